using InterviewAgent.Accounts.Import;
using InterviewAgent.Accounts.Import.Crm;
using InterviewAgent.Insights;
using InterviewAgent.Insights.Outward;
using InterviewAgent.Interviewing.Import;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Web.Dashboard.Exports;
using InterviewAgent.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Api;

/// <summary>Accounts out, with their reading; accounts, respondents, usage and health in, as the files of the import command.</summary>
internal static class AccountsApi
{
    /// <param name="Reading">What the account's voice says beside its dashboard; null: not read yet.</param>
    public sealed record Account(
        Guid Id, string ExternalId, string Name, string? Owner, string? Segment, DateOnly ContractSignedOn, DateOnly? RenewalOn, string? Health, AccountReading? Reading);

    public static async Task<IResult> List(
        Seen seen, ListAccounts accounts, ExportLists lists, string? after = null, int limit = Cursor.Usual, string? format = null, CancellationToken cancellation = default) =>
        format == ExportLists.Csv ? await lists.Accounts(cancellation)
            : !Cursor.TryRead(after, out var from) || limit is < 1 or > Cursor.Most ? BadPage()
            : Results.Ok(Cursor.Of(await accounts.Of(seen.Viewer, from, limit + 1, cancellation: cancellation), limit, row => row.Id, row => new Account(
                row.Id, row.ExternalId, row.Name, row.Owner, row.Segment, row.ContractSignedOn, row.RenewalOn, row.Health, row.Reading)));

    /// <summary>All or nothing; what the body does not mention stays as it is, and the same body again changes nothing.</summary>
    public static async Task<IResult> Import(
        HttpRequest request, ImportFile import, Seen seen, InterviewAgentDb db, TimeProvider clock, bool dryRun = false, string? dates = null, CancellationToken cancellation = default)
    {
        if (seen.Viewer.Owner is not null)
        {
            return ApiProblem.Of(403, "A key of one owner takes nothing in", "A row could move another owner's account. Make a key without --owner for imports.");
        }
        if (dates is not null && DateOrders.Find(dates) is null)
        {
            return ApiProblem.Of(400, "No such order of dates", $"'dates' is {DateOrders.DayFirst} or {DateOrders.MonthFirst}.");
        }
        await using var body = Scratch();
        await request.Body.CopyToAsync(body, cancellation);
        body.Position = 0;
        try
        {
            var report = await import.Run(body, "the body", dryRun, DateOrders.Find(dates), cancellation);
            if (report.Written)
            {
                db.Audit.Add(new AuditEntry { At = clock.GetUtcNow(), Who = seen.Viewer.Who, Did = $"imported {report.Rows} {report.Kind}" });
                await db.SaveChangesAsync(cancellation);
            }
            return report.ProblemCount == 0 ? Results.Ok(report) : ApiProblem.Of(422, "Nothing was changed", $"{report.ProblemCount} problems; the first are listed.", new Dictionary<string, object?>
            {
                ["problems"] = report.Problems, ["problemCount"] = report.ProblemCount,
            });
        }
        catch (BadInputException bad)
        {
            return ApiProblem.Of(400, "The body cannot be read", bad.Message);
        }
    }

    /// <summary>The import reads its file twice; this one is its owner's alone and gone when it is closed.</summary>
    private static FileStream Scratch()
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }

    public static IResult BadPage() => ApiProblem.Of(400, "No such page", $"'after' is the 'next' of the page before, 'limit' 1 to {Cursor.Most}.");
}
