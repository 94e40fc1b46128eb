using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace InterviewAgent.Tests.Storage;

/// <summary>Two versions of the product run side by side while servers are rolled over: what the one before has stored stays, and what it goes on storing is taken.</summary>
public sealed class MigrationsTests : IDisposable
{
    private readonly TestDatabase database = new(TestServer.Provider, empty: true);

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task What_the_version_before_has_stored_is_there_after_the_newest_migration()
    {
        await using (var before = database.Open())
        {
            await before.Prepare(default);
            await To0017(before);
            await before.Database.ExecuteSqlRawAsync(RowsOf0017(1));
        }
        Assert.NotEmpty(await new MigrateDatabase(database).Run());
        await Reads(1);
        await using var db = database.Open();
        Assert.Equal((1, 0, 1), await db.Flags.Select(flag => new ValueTuple<int, int, int>(flag.QuotedKinds, flag.People, flag.Speakers)).SingleAsync());
    }

    [Fact]
    public async Task What_the_version_before_writes_is_taken_after_the_newest_migration()
    {
        await new MigrateDatabase(database).Run();
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(RowsOf0017(2));
        }
        await Reads(2);
    }

    /// <summary>As that version's own migration left it. EF's way to a named migration wants names of its own making.</summary>
    private static async Task To0017(InterviewAgentDb db)
    {
        var (history, assembly) = (db.GetService<IHistoryRepository>(), db.GetService<IMigrationsAssembly>());
        await db.GetService<IRelationalDatabaseCreator>().CreateAsync(CancellationToken.None).ContinueWith(_ => { }, TaskScheduler.Default); // There already on PostgreSQL.
        await db.Database.ExecuteSqlRawAsync(history.GetCreateScript());
        foreach (var (id, type) in assembly.Migrations.Where(one => string.CompareOrdinal(one.Key, "0018") < 0).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            foreach (var script in assembly.CreateMigration(type, db.Database.ProviderName!).UpOperations.Cast<SqlOperation>())
            {
                await db.Database.ExecuteSqlRawAsync(script.Sql.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
            }
            await db.Database.ExecuteSqlRawAsync(history.GetInsertScript(new HistoryRow(id, "10")));
        }
    }

    private async Task Reads(int n)
    {
        await using var db = database.Open();
        var interview = await db.Interviews.Include(held => held.Turns).SingleAsync(held => held.ExternalId == $"i{n}");
        Assert.Equal(["Who owns it?", "Nobody, we “copy” it."], interview.Turns.OrderBy(turn => turn.N).Select(turn => turn.Text));
        Assert.Equal((InterviewStatus.Analysed, new DateOnly(2026, 2, 4), 1), (interview.Status, interview.HeldOn, interview.Version));
        Assert.Equal("nobody", await db.Findings.Where(finding => finding.InterviewId == interview.Id).Select(finding => finding.Because).SingleAsync());
        Assert.Equal(Id(n, 5), await db.Conversations.Where(place => !place.Greeted).Select(place => place.Id).SingleAsync());
        Assert.Equal(Id(n, 1), await db.OutdatedAccounts.Select(mark => mark.AccountId).SingleAsync());
        Assert.Equal(new DateTimeOffset(2026, 2, 4, 9, 0, 0, TimeSpan.Zero), await db.Audit.Select(entry => entry.At).SingleAsync());
        Assert.Equal(1, await db.Consents.CountAsync());
    }

    /// <summary>With the braces doubled, since EF takes one for the place of a parameter.</summary>
    private static string Evidence(string interview) =>
        $$$"""[{{"kind":"OldWorkflowAlive","findings":[],"people":0,"isQuoted":true,"latest":"2026-02-04","interviews":["{{{interview.ToLowerInvariant()}}}"]}},{{"kind":"UsageFalls","findings":[],"people":0,"isQuoted":false,"latest":"2026-02-04","interviews":[]}}]""";

    private static Guid Id(int n, int which) => Guid.Parse(Text(n, which));

    private static string Text(int n, int which) => $"0199AAAA-000{n}-7000-8000-00000000000{which}";

    // As 0.1 wrote them with the schema of 0017: no column that came later.
    private static string RowsOf0017(int n) => $"""
        INSERT INTO "Accounts" ("Id", "ExternalId", "Name", "ContractSignedOn") VALUES ('{Text(n, 1)}', 'a{n}', 'Vale Fibra', '2026-01-05');
        INSERT INTO "Respondents" ("Id", "AccountId", "ExternalId", "Role", "Language", "TimeZone", "Panel") VALUES ('{Text(n, 2)}', '{Text(n, 1)}', 'p', 'EndUser', 'en', 'UTC', 'B');
        INSERT INTO "CheckIns" ("Id", "AccountId", "RespondentId", "Checkpoint", "Due") VALUES ('{Text(n, 3)}', '{Text(n, 1)}', '{Text(n, 2)}', 'Day30', '2026-02-04');
        INSERT INTO "Conversations" ("Id", "RespondentId", "Channel", "ServiceUrl", "BotId", "Greeted") VALUES ('{Text(n, 5)}', '{Text(n, 2)}', 'msteams', 'https://teams.example', 'bot', false);
        INSERT INTO "Interviews" ("Id", "CheckInId", "AccountId", "RespondentId", "ExternalId", "Checkpoint", "HeldOn", "Origin", "Channel", "ConversationId", "Language", "Seed", "Status", "Visibility", "Version")
        VALUES ('{Text(n, 4)}', '{Text(n, 3)}', '{Text(n, 1)}', '{Text(n, 2)}', 'i{n}', 'Day30', '2026-02-04', 'Held', 'msteams', '{Text(n, 5)}', 'en', 7, 'Analysed', 'AccountOnly', 1);
        INSERT INTO "Turns" ("Id", "InterviewId", "N", "Speaker", "Text", "Move") VALUES ('{Text(n, 6)}', '{Text(n, 4)}', 1, 'Interviewer', 'Who owns it?', 'CoreQuestion');
        INSERT INTO "Turns" ("Id", "InterviewId", "N", "Speaker", "Text", "At", "MessageId") VALUES ('{Text(n, 7)}', '{Text(n, 4)}', 2, 'Participant', 'Nobody, we “copy” it.', 639057312000000000, 'm1');
        INSERT INTO "Findings" ("Id", "AccountId", "RespondentId", "InterviewId", "Kind", "Code", "Origin", "SetAside", "Verified", "Because")
        VALUES ('{Text(n, 8)}', '{Text(n, 1)}', '{Text(n, 2)}', '{Text(n, 4)}', 'Friction', 'friction.workaround', 'built-in', false, true, 'nobody');
        INSERT INTO "Flags" ("Id", "AccountId", "Kind", "OpenedAt", "Why", "Evidence") VALUES ('{Text(n, 1)}', '{Text(n, 1)}', 'SilentSufferer', 1, 'Dashboard green.',
          '{Evidence(Text(n, 4))}');
        INSERT INTO "Consents" ("Id", "RespondentId", "InterviewId", "TextHash", "At") VALUES ('{Text(n, 9)}', '{Text(n, 2)}', '{Text(n, 4)}', 'h', 1);
        INSERT INTO "OutdatedAccounts" ("Id", "AccountId") VALUES ('{Text(n, 1)}', '{Text(n, 1)}');
        INSERT INTO "Audit" ("Id", "At", "Who", "Did") VALUES ('{Text(n, 1)}', {new DateTimeOffset(2026, 2, 4, 9, 0, 0, TimeSpan.Zero).UtcTicks}, 'M. Rossi', 'looked');
        """;
}
