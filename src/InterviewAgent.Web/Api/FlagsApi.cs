using InterviewAgent.Insights;
using InterviewAgent.Insights.Outward;
using InterviewAgent.Storage;
using InterviewAgent.Web.Dashboard.Exports;
using InterviewAgent.Web.Dashboard.Flags;
using InterviewAgent.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Api;

/// <summary>Flags out, and what became of them in.</summary>
internal static class FlagsApi
{
    /// <param name="Evidence">Kinds apart; findings by id, no words.</param>
    public sealed record Item(
        Guid Id, Guid AccountId, FlagKind Kind, DateTimeOffset OpenedAt, string Why, IReadOnlyList<Evidence> Evidence, string? Owner, DateOnly? Due, FlagOutcome? Outcome,
        DateTimeOffset? ClosedAt);

    public sealed record Verdict(FlagOutcome? Outcome);

    public static async Task<IResult> List(
        Seen seen, ListFlags flags, ExportLists lists, bool open = true, string? after = null, int limit = Cursor.Usual, string? format = null, CancellationToken cancellation = default) =>
        format == ExportLists.Csv ? await lists.Flags(open, cancellation)
            : !Cursor.TryRead(after, out var from) || limit is < 1 or > Cursor.Most ? AccountsApi.BadPage()
            : Results.Ok(Cursor.Of(await flags.Of(seen.Viewer, open, from, limit + 1, cancellation: cancellation), limit, flag => flag.Id, ItemOf));

    public static async Task<IResult> Close(Guid id, Verdict verdict, HttpContext http, Seen seen, CloseFlag close, InterviewAgentDb db, CancellationToken cancellation)
    {
        if (verdict.Outcome is not { } outcome || !Enum.IsDefined(outcome))
        {
            return ApiProblem.Of(400, "No such outcome", "It is Acted, NotUseful or AlreadyKnown.");
        }
        await close.With(id, outcome, http.User.Identity?.Name ?? "", cancellation);
        var flag = await db.Flags.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && seen.Accounts.Any(account => account.Id == row.AccountId), cancellation);
        return flag is null ? ApiProblem.Of(404, "No such flag", "It may belong to an account that this key does not see.")
            : flag.Outcome == outcome ? Results.Ok(ItemOf(flag))
            : ApiProblem.Of(409, "The flag is closed", $"Its outcome is {flag.Outcome?.ToString() ?? "that it no longer held"}; the first word stands.");
    }

    private static Item ItemOf(Flag flag) => new(
        flag.Id, flag.AccountId, flag.Kind, flag.OpenedAt, flag.Why, EvidenceJson.Read(flag.Evidence), flag.Owner, flag.Due, flag.Outcome, flag.ClosedAt);
}
