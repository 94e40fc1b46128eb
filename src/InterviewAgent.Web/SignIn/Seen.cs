using InterviewAgent.Accounts;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.SignIn;

/// <summary>
/// The accounts that whoever asks may know of. Pages start from here and never from the store's own table, so that another manager's
/// account is not there for them: its page answers like that of an account which does not exist.
/// </summary>
public sealed class Seen(InterviewAgentDb db, IHttpContextAccessor http)
{
    public Viewer Viewer { get; } = (http.HttpContext?.User ?? new()).Viewer();

    public IQueryable<Account> Accounts => Viewer.Sees(db.Accounts.AsNoTracking());

    /// <summary>Null where these are all accounts there are: sums over all may be shown.</summary>
    public IQueryable<Account>? AllOrSome => Viewer.Owner is null ? null : Accounts;

    /// <summary>Their owners and segments, to filter by.</summary>
    public async Task<(IReadOnlyList<string> Owners, IReadOnlyList<string> Segments)> Choices(CancellationToken cancellationToken) => (
        await Accounts.Where(account => account.Owner != null).Select(account => account.Owner!).Distinct().Order().ToListAsync(cancellationToken),
        await Accounts.Where(account => account.Segment != null).Select(account => account.Segment!).Distinct().Order().ToListAsync(cancellationToken));
}
