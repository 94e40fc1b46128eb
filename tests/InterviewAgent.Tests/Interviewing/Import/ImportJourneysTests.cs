using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Interviewing.Import;

public sealed class ImportJourneysTests : IDisposable
{
    private const string Journey =
        """
        {"id":"a1","account":{"name":"Harbour","industry":"ports","seats":12,"contractSignedOn":"2026-03-02","promisedOutcomes":["Half the queue"],"successCriteria":["Two berths live"],"health":[{"on":"2026-04-06","status":"green"}],"usage":[{"week":1,"activeUsers":3,"logins":9,"keyActions":2}]},"interviews":[{"id":"i1","heldOn":"2026-03-16","checkpoint":"day-14","participant":{"id":"p1","role":"champion","title":"Berth planner"},"turns":[{"n":1,"speaker":"interviewer","text":"Where do things stand?"},{"n":2,"speaker":"participant","text":"  We keep two lists. \u0000é"}],"gold":{"frictions":"never read"}}],"gold":7}
        """;

    private readonly ImportFixture import = new();

    public void Dispose() => import.Dispose();

    [Fact]
    public async Task A_journey_becomes_an_account_with_people_promises_and_interviews_to_analyse()
    {
        var report = await import.Import(Journey);
        Assert.True(report.Written, string.Join('\n', report.Problems));
        using var db = import.Database.Open();
        var account = await db.Accounts.Include(a => a.Respondents).Include(a => a.Promises).Include(a => a.Usage).SingleAsync();
        Assert.Equal(["Half the queue", "Two berths live"], account.Promises.Select(promise => promise.Text).Order());
        Assert.Equal("Berth planner", Assert.Single(account.Respondents).Title);
        var interview = await db.Interviews.Include(i => i.Turns).SingleAsync();
        Assert.Equal((InterviewStatus.AwaitingAnalysis, InterviewOrigin.Imported, Visibility.AccountOnly),
            (interview.Status, interview.Origin, interview.Visibility));
        // PostgreSQL stores no NUL; a replacement keeps its place, so that quotes stay where they are.
        Assert.Equal($"  We keep two lists. {(import.Database.Provider == StorageProvider.PostgreSql ? '\uFFFD' : '\0')}é", interview.Turns.Single(turn => turn.N == 2).Text);
        var checkIn = await db.CheckIns.SingleAsync();
        Assert.Equal((Checkpoint.Day14, new DateOnly(2026, 3, 16), null), (checkIn.Checkpoint, checkIn.Due, checkIn.InvitedAt));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        await import.Import(Journey);
        var again = await import.Import(Journey);
        Assert.All(again.Counts.Values, count => Assert.Equal((0, 0), (count.Added, count.Changed)));
        Assert.Equal(1, again.Counts["interviews"].Unchanged);
    }

    [Fact]
    public async Task A_later_file_adds_what_is_new_and_deletes_nothing()
    {
        await import.Import(Journey);
        var report = await import.Import(
            """
            {"id":"a1","account":{"name":"Harbour","contractSignedOn":"2026-03-02","owner":"Ines","promises":[{"id":"P-1","text":"Half the queue","kind":"outcome","workflow":"berth planning","on":"2026-02-01","source":"offer"}]},"interviews":[{"id":"i2","heldOn":"2026-05-02","checkpoint":"day-60","participant":{"id":"p1","role":"sponsor"},"turns":[]}]}
            """);
        Assert.True(report.Written);
        using var db = import.Database.Open();
        Assert.Equal(2, await db.Interviews.CountAsync());
        Assert.Equal(Role.Sponsor, (await db.Respondents.SingleAsync()).Role);
        var account = await db.Accounts.Include(a => a.Promises).Include(a => a.Health).SingleAsync();
        Assert.Equal(("ports", "Ines", 1), (account.Industry, account.Owner, account.Health.Count));
        var promise = account.Promises.Single(promise => promise.Kind == PromiseKind.Outcome);
        Assert.Equal(("P-1", "berth planning"), (promise.ExternalId, promise.Workflow));
    }

    [Fact]
    public async Task One_bad_record_keeps_the_whole_file_out_and_every_fault_is_named()
    {
        var bad =
            """

            {"id":"b","account":{"name":"","contractSignedOn":"02/03/2026","seats":-4,"health":[{"on":"2026-04-06","status":"blue"}],"usage":[{"week":0}]},"interviews":[{"id":"i","heldOn":"2026-02-30","checkpoint":"day-15","participant":{"id":"p","role":"boss"},"turns":[{"n":2,"speaker":"narrator","text":"x"},{"n":2,"speaker":"participant"}]}]}
            not json
            [1]
            """;
        var report = await import.Import(Journey + bad);
        Assert.False(report.Written);
        Assert.Equal(
            [
                "2 account.name", "2 account.seats", "2 account.contractSignedOn", "2 account.health[0].status", "2 account.usage[0].week",
                "2 interviews[0].turns[0].speaker", "2 interviews[0].turns[1].text", "2 interviews[0].turns[1].n",
                "2 interviews[0].heldOn", "2 interviews[0].checkpoint", "2 interviews[0].participant.role", "3 byte 2", "4 the record",
            ],
            report.Problems.Select(problem => $"{problem.Line} {problem.Column}"));
        Assert.Contains(report.Problems, problem => problem.Mend.Contains("2026-03-02", StringComparison.Ordinal));
        using var db = import.Database.Open();
        Assert.Empty(db.Accounts);
    }

    [Fact]
    public async Task A_dry_run_counts_and_changes_nothing()
    {
        var report = await import.Import(Journey, dryRun: true);
        Assert.Equal((1, false), (report.Counts["accounts"].Added, report.Written));
        using var db = import.Database.Open();
        Assert.Empty(db.Accounts);
    }

    [Fact]
    public async Task Who_was_invited_and_never_came_is_on_the_silence_ledger()
    {
        var report = await import.Import(Journey.Replace("\"gold\":7",
            """
            "checkIns":[{"participant":"p1","due":"2026-03-14","invited":"2026-03-14","completed":"2026-03-16"},{"participant":"p2","role":"end-user","due":"2026-03-16","invited":"2026-03-16T08:00:00+01:00","opened":null}]
            """, StringComparison.Ordinal));
        Assert.True(report.Written, string.Join('\n', report.Problems));
        using var db = import.Database.Open();
        var silent = await db.Respondents.SingleAsync(person => person.ExternalId == "p2");
        var checkIn = await db.CheckIns.SingleAsync(found => found.RespondentId == silent.Id);
        Assert.Equal((7, null, null), (checkIn.InvitedAt!.Value.Hour, checkIn.OpenedAt, checkIn.CompletedAt));
        Assert.Equal(2, await db.CheckIns.CountAsync());
    }

    [Fact]
    public async Task What_was_erased_does_not_come_back()
    {
        await import.Import(Journey);
        using (var db = import.Database.Open())
        {
            var interview = await db.Interviews.SingleAsync();
            db.Tombstones.Add(new Tombstone { RespondentId = interview.RespondentId, At = DateTimeOffset.UnixEpoch });
            db.Interviews.Remove(interview);
            await db.SaveChangesAsync();
        }

        var report = await import.Import(Journey);
        Assert.Contains(report.Notices, notice => notice.Contains("deleted", StringComparison.Ordinal));
        using var after = import.Database.Open();
        Assert.Empty(after.Interviews);
    }

    [Fact]
    public async Task Stored_words_are_never_overwritten()
    {
        await import.Import(Journey);
        var report = await import.Import(Journey.Replace("two lists", "one list", StringComparison.Ordinal));
        Assert.Contains(report.Notices, notice => notice.Contains("never overwritten", StringComparison.Ordinal));
        using var db = import.Database.Open();
        Assert.Contains("two lists", (await db.Turns.SingleAsync(turn => turn.N == 2)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0x7B, 0x22, 0x69, 0x64, 0xFF, 0x22 }, "byte 5")]
    [InlineData(new byte[] { 0x7B, 0xFE, 0x22 }, "byte 2")]
    public async Task A_file_that_is_not_utf8_is_named_with_its_place(byte[] bytes, string place)
    {
        var report = await import.Import(bytes);
        Assert.Equal(place, Assert.Single(report.Problems).Column);
    }

    [Fact]
    public async Task A_byte_order_mark_windows_line_breaks_and_a_repeated_line_are_fine()
    {
        var report = await import.Import([0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes($"{Journey.Trim()}\r\n\r\n{Journey.Trim()}\r\n")]);
        Assert.True(report.Written, string.Join('\n', report.Problems));
        Assert.Contains("repeats line 1", Assert.Single(report.Notices), StringComparison.Ordinal);
    }
}
