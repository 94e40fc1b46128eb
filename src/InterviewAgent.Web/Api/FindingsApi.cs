using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Storage;
using InterviewAgent.Web.Dashboard.Quotes;
using InterviewAgent.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Api;

/// <summary>Findings out, with the words that their speakers let be seen. What is kept to totals is not among them.</summary>
internal static class FindingsApi
{
    public sealed record Item(
        Guid Id, Guid AccountId, Guid InterviewId, DateOnly HeldOn, Checkpoint Checkpoint, Role Role, FindingKind Kind, string Code, int? Severity, CommitmentStatus? Status,
        string Origin, IReadOnlyList<Quote> Quotes);

    /// <param name="Speaker">The speaker's name, where they allowed it with these words.</param>
    public sealed record Quote(string Words, string? Speaker, int Turn);

    public static async Task<IResult> List(
        HttpContext http, Seen seen, InterviewAgentDb db, FindingQuotes quotes, Guid? account = null, DateOnly? since = null, string? after = null,
        int limit = Cursor.Usual, CancellationToken cancellation = default)
    {
        if (!Cursor.TryRead(after, out var past) || limit is < 1 or > Cursor.Most)
        {
            return AccountsApi.BadPage();
        }
        var rows = await (
            from finding in db.OpenFindingsOf()
            join interview in db.Interviews on finding.InterviewId equals interview.Id
            join person in db.Respondents on finding.RespondentId equals person.Id
            where seen.Accounts.Any(seenAccount => seenAccount.Id == finding.AccountId) && (account == null || finding.AccountId == account)
                && (since == null || interview.HeldOn >= since) && (past == null || finding.Id.CompareTo(past.Value) > 0)
            orderby finding.Id
            select new { finding, interview.HeldOn, interview.Checkpoint, person.Role }).Take(limit + 1).ToListAsync(cancellation);
        var words = await quotes.Of(http.User, [.. rows.Take(limit).Select(row => row.finding.Id)], cancellation);
        return Results.Ok(Cursor.Of(rows, limit, row => row.finding.Id, row => new Item(
            row.finding.Id, row.finding.AccountId, row.finding.InterviewId, row.HeldOn, row.Checkpoint, row.Role, row.finding.Kind, row.finding.Code, row.finding.Severity,
            row.finding.Status, row.finding.Origin, [.. words[row.finding.Id].Select(quote => new Quote(quote.Shown.Words!, quote.Shown.Name, quote.TurnN))])));
    }
}
