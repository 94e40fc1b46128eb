using System.Globalization;
using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Tests.Interviewing.Import;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Insights;

public sealed class RebuildInsightsTests : IDisposable
{
    private static readonly string[] Codes =
    [
        "operational.old-workflow/2", "operational.old-workflow/1", "trust.output/2", "technical.data/3", "drift.goal", "drift.sponsor", "enthusiasm",
        "evidence.dependency", "evidence.repeated-use", "expectation.value/2", "commitment.training=vague",
    ];

    private static readonly string[] Sentences =
    [
        "I keep my own sheet for the roster.", "We print the plan and pin it to the board.", "The excel sheet with the macros decides.",
        "Nobody believes the forecast, so we phone the depot.", "The interface drops the order number every night.", "Training was one webinar.",
    ];

    private readonly ImportFixture import = new();
    private TestDatabase Database => import.Database;

    /// <summary>
    /// Done when 5: what was read change by change, sweeps at any moment between, is what a reading of everything at the end comes to,
    /// byte for byte; with all that was read thrown away before as well.
    /// </summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Change_by_change_comes_to_the_same_as_all_at_once(int seed)
    {
        var random = new Random(seed);
        var accounts = Enumerable.Range(0, 4).Select(i => new StoredAccount(Database, i == 0 ? null : HealthStatus.Green)).ToList();
        for (var n = 0; n < 40; n++)
        {
            await Event(random, accounts[random.Next(accounts.Count)]);
            if (random.Next(3) == 0)
            {
                await Sweep();
            }
        }
        await Sweep();
        var incremental = await Stored();
        var check = await Rebuild.Check(transcripts: false, (_, _) => { });
        Assert.True(check.IsIdentical, $"{check.Readings} readings and {check.Flags} flags differ");
        Assert.Equal((4, 0), (check.Accounts, check.Waiting));
        Assert.True((await Rebuild.Run(transcripts: false, resume: false, (_, _) => { })).IsIdentical);
        Assert.Equal(incremental, await Stored());

        await using (var db = Database.Open())
        {
            await db.VoiceReadings.ExecuteDeleteAsync();
            await db.ThemeVoices.ExecuteDeleteAsync();
            await db.ThemeTotals.ExecuteDeleteAsync();
            await db.ThemeWeeks.ExecuteDeleteAsync();
            await db.AccountSummaries.ExecuteDeleteAsync();
            await db.PersonVoices.ExecuteDeleteAsync();
        }
        Assert.Equal(4, (await Rebuild.Run(transcripts: false, resume: false, (_, _) => { })).Readings);
        Assert.Equal(incremental, await Stored());
    }

    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 12));

    [Fact]
    public async Task A_check_names_what_differs_and_writes_nothing()
    {
        var account = new StoredAccount(Database).SuffersInSilence();
        _ = new StoredAccount(Database);
        await Sweep();
        await using (var db = Database.Open())
        {
            await db.VoiceReadings.Where(row => row.AccountId == account.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Reading, "{}"));
        }
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var check = await Rebuild.Check(transcripts: false, (_, _) => { });
            Assert.Equal((account.Id, new Changed(true, false, false, false)), Assert.Single(check.First));
        }
        Assert.Equal(1, (await Rebuild.Run(transcripts: false, resume: false, (_, _) => { })).Readings);
        Assert.True((await Rebuild.Check(transcripts: false, (_, _) => { })).IsIdentical);
    }

    [Fact]
    public async Task A_stopped_rebuild_leaves_the_rest_marked_and_is_resumed()
    {
        foreach (var _ in Enumerable.Range(0, 45))
        {
            new StoredAccount(Database).Hears("u1", 30);
        }
        await Sweep();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Rebuild.Run(transcripts: false, resume: false, (_, _) => stop.Cancel(), stop.Token));
        await using var db = Database.Open();
        Assert.Equal(25, await db.OutdatedAccounts.CountAsync());
        var rest = await Rebuild.Run(transcripts: false, resume: true, (_, _) => { });
        Assert.Equal((25, true), (rest.Accounts, rest.IsIdentical));
    }

    [Fact]
    public async Task A_change_that_comes_while_an_account_is_read_keeps_its_mark()
    {
        var account = new StoredAccount(Database).SuffersInSilence();
        await using (var db = Database.Open())
        {
            var mark = await db.OutdatedAccounts.Select(row => row.Id).FirstAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await new ReadAgain(db, Groups.Words, TimeProvider.System).Of(account.Id, default);
            OutdatedAccount.Mark(db, account.Id); // As another writer's would, committed between the look at the marks and the end.
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            Assert.DoesNotContain(mark, await db.OutdatedAccounts.Select(row => row.Id).ToListAsync());
        }
        Assert.Equal(1, await new ReadVoices(Database, Groups.Words, TimeProvider.System).Run(default));
    }

    [Fact]
    public async Task The_sweep_and_the_reading_of_an_account_look_nothing_up_row_by_row()
    {
        await using var db = Database.Open();
        var id = Guid.NewGuid();
        string[] queries =
        [
            db.OutdatedAccounts.OrderBy(mark => mark.Id).Select(mark => mark.AccountId).Take(200).ToQueryString(),
            db.OutdatedAccounts.Where(mark => mark.AccountId == id).Select(mark => mark.Id).ToQueryString(),
            db.Interviews.Where(interview => interview.AccountId == id && interview.Status == InterviewStatus.Analysed).ToQueryString(),
            db.Findings.Where(finding => finding.AccountId == id && finding.Verified && !finding.SetAside).ToQueryString(),
            db.Readings.Where(reading => reading.AccountId == id && reading.Value != null).ToQueryString(),
            db.CheckIns.Where(checkIn => checkIn.AccountId == id).ToQueryString(),
            db.Flags.Where(flag => flag.AccountId == id).ToQueryString(),
            AnalyseInterviews.Unread(db).OrderBy(interview => interview.Id).Take(200).ToQueryString(),
        ];
        foreach (var query in queries)
        {
            Assert.DoesNotContain(await Plan.Of(db, query), step => step.StartsWith("SCAN", StringComparison.Ordinal) && !step.Contains("INDEX", StringComparison.Ordinal));
        }
    }

    private RebuildInsights Rebuild => new(Database, Groups.Words, new CodeAgain(_ => throw new InvalidOperationException("not asked for")), TimeProvider.System);

    private async Task Event(Random random, StoredAccount account)
    {
        switch (random.Next(7))
        {
            case 0:
                await Import($"account,on,status\n{account.ExternalId},{Day(random.Next(20, 120))},{(random.Next(3) == 0 ? "red" : "green")}\n");
                break;
            case 1:
                await Import($"account,week,activeUsers,logins,keyActions\n{account.ExternalId},{random.Next(1, 16)},9,{random.Next(60)},{random.Next(60)}\n");
                break;
            case 2 when await Some(random, account) is { } chosen:
                await using (var db = Database.Open())
                {
                    await new OwnChoices(db).Change(chosen.Id, new ReadBackChoices((Visibility)random.Next(3), new Dictionary<int, Visibility>()), "u", DateTimeOffset.UnixEpoch, default);
                }
                break;
            case 3 when await Some(random, account) is { } erased && random.Next(2) == 0:
                await using (var db = Database.Open())
                {
                    await using var transaction = await db.Database.BeginTransactionAsync();
                    await EraseInterview.Run(db, (await db.Interviews.FindAsync(erased.Id))!, "respondent", DateTimeOffset.UnixEpoch, default);
                    await db.SaveChangesAsync();
                    await transaction.CommitAsync();
                }
                break;
            default:
                account.Says = Sentences[random.Next(Sentences.Length)];
                account.Hears($"{(random.Next(2) == 0 ? 'b' : 'u')}{account.NextPerson()}", random.Next(7, 120), (Visibility)random.Next(3),
                    [.. Codes.Where(_ => random.Next(4) == 0)]);
                break;
        }
    }

    private static string Day(int days) => new DateOnly(2026, 1, 5).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task Import(string csv) => Assert.Equal(0, (await import.Import(csv)).ProblemCount);

    private async Task<Interview?> Some(Random random, StoredAccount account)
    {
        await using var db = Database.Open();
        var held = await db.Interviews.AsNoTracking().Where(interview => interview.AccountId == account.Id).OrderBy(interview => interview.Id).ToListAsync();
        return held.Count == 0 ? null : held[random.Next(held.Count)];
    }

    private async Task Sweep()
    {
        while (await new ReadVoices(Database, Groups.Words, TimeProvider.System).Run(default) > 0)
        {
        }
    }

    /// <summary>All that is read, as it stands in the store; times of reading left out.</summary>
    private async Task<string> Stored()
    {
        await using var db = Database.Open();
        var readings = await db.VoiceReadings.AsNoTracking().OrderBy(row => row.AccountId).Select(row => row.AccountId + row.Reading).ToListAsync();
        var flags = await db.Flags.AsNoTracking().OrderBy(flag => flag.Id).ToListAsync();
        var themes = (await db.ThemeVoices.AsNoTracking().ToListAsync()).Select(row => $"{row.AccountId} {row.Code} {row.Term} {row.People} {row.Quotes} {row.StillSaid} {row.FirstWeek} {row.LastWeek}")
            .Concat((await db.ThemeTotals.AsNoTracking().ToListAsync()).Select(row => $"{row.Code} {row.Term} {row.Accounts} {row.People} {row.Quotes} {row.StillSaid} {row.StillIn}"))
            .Concat((await db.AccountSummaries.AsNoTracking().ToListAsync()).Select(row => System.Text.Json.JsonSerializer.Serialize(row)))
            .Concat((await db.PersonVoices.AsNoTracking().ToListAsync()).Select(row => System.Text.Json.JsonSerializer.Serialize(row)))
            .Concat((await db.ThemeWeeks.AsNoTracking().ToListAsync()).Select(row => $"{row.Code} {row.Term} {row.Week} {row.First} {row.Last}")).Order(StringComparer.Ordinal);
        return string.Join('\n', readings.Concat(themes).Concat(flags.Select(flag => $"{flag.Id} {flag.Kind} {flag.Why} {flag.Evidence} {flag.ClosedAt is null}")));
    }

    public void Dispose() => import.Dispose();
}
