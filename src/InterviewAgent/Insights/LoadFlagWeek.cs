using InterviewAgent.Accounts;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights;

/// <summary>The open flags of some accounts by what decides their place: of each a few numbers, not its evidence.</summary>
public static class LoadFlagWeek
{
    /// <summary>Those that this week's budget has room for, and those that wait.</summary>
    public static async Task<WeekOfFlags> Of(
        InterviewAgentDb db, IQueryable<Account> accounts, DateTimeOffset now, int perManager, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        var monday = FlagBudget.WeekOf(now);
        var closed = await (
            from flag in db.Flags.AsNoTracking()
            join account in accounts on flag.AccountId equals account.Id
            where flag.Outcome != null && flag.ClosedAt >= monday
            select flag.Owner ?? account.Owner).ToListAsync(cancellation);
        return FlagBudget.Of(await Open(db, accounts, cancellation), closed, perManager);
    }

    public static async Task<IReadOnlyList<OpenFlagFacts>> Open(InterviewAgentDb db, IQueryable<Account> accounts, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await (
            from flag in db.Flags.AsNoTracking()
            join account in accounts on flag.AccountId equals account.Id
            where flag.Outcome == null && flag.ClosedAt == null
            select new OpenFlagFacts(flag.Id, flag.Kind, flag.Owner ?? account.Owner, flag.OpenedAt, flag.QuotedKinds, flag.People) { AccountId = flag.AccountId, Speakers = flag.Speakers }).ToListAsync(cancellation);
    }
}
