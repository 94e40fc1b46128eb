using InterviewAgent.Storage;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Insights;

/// <summary>
/// Writes down, by triggers of the database itself, which accounts a use case has touched in the tables that a reading rests on: whoever
/// writes them by whatever way is seen. For tests only.
/// </summary>
internal static class Touched
{
    private const string Interview = """(SELECT "AccountId" FROM "Interviews" WHERE "Id" = {0}."InterviewId")""";

    private static readonly (string Table, string On, string Account)[] Watched =
    [
        ("CheckIns", "UPDATE OF Due, InvitedAt, OpenedAt, ConsentedAt, FirstAnswerAt, BrokeOffAt, CompletedAt, DeclinedAt", """{0}."AccountId" """),
        ("CheckIns", "INSERT", """{0}."AccountId" """), ("CheckIns", "DELETE", """{0}."AccountId" """),
        ("Findings", "INSERT", """{0}."AccountId" """), ("Findings", "UPDATE", """{0}."AccountId" """), ("Findings", "DELETE", """{0}."AccountId" """),
        ("Quote", "DELETE", """(SELECT "AccountId" FROM "Findings" WHERE "Id" = {0}."FindingId")"""),
        ("Readings", "INSERT", """{0}."AccountId" """), ("Readings", "DELETE", """{0}."AccountId" """),
        ("TurnSentiments", "INSERT", Interview), ("TurnSentiments", "DELETE", Interview),
        ("VisibilityChoices", "INSERT", Interview), ("VisibilityChoices", "UPDATE", Interview), ("VisibilityChoices", "DELETE", Interview),
        ("Interviews", "UPDATE OF Visibility", """{0}."AccountId" """), ("Interviews", "DELETE", """{0}."AccountId" """),
        ("Turns", "UPDATE OF Text", Interview),
        ("Health", "INSERT", """{0}."AccountId" """), ("Health", "UPDATE", """{0}."AccountId" """),
        ("Usage", "INSERT", """{0}."AccountId" """), ("Usage", "UPDATE", """{0}."AccountId" """),
        ("Promises", "INSERT", """{0}."AccountId" """), ("Promises", "UPDATE", """{0}."AccountId" """),
        ("Respondents", "UPDATE OF Role, Name", """{0}."AccountId" """), ("Respondents", "DELETE", """{0}."AccountId" """),
        ("Accounts", "UPDATE OF ContractSignedOn, Name, Product", """{0}."Id" """),
    ];

    public static async Task Watch(InterviewAgentDb db)
    {
        var sqlite = db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);
        await db.Database.ExecuteSqlRawAsync(sqlite
            ? """CREATE TABLE "Touched" ("AccountId" TEXT, "What" TEXT)""" : """CREATE TABLE "Touched" ("AccountId" uuid, "What" TEXT)""");
        foreach (var (table, on, account) in Watched)
        {
            var row = string.Format(System.Globalization.CultureInfo.InvariantCulture, account, on == "DELETE" ? "old" : "new");
            await Trigger(db, sqlite, table, on, "", $"""INSERT INTO "Touched" SELECT {row}, '{table} {on}' WHERE {row} IS NOT NULL""");
        }
        // An interview is part of the voice while its status says that it has ended.
        await Trigger(db, sqlite, "Interviews", "UPDATE OF Status",
            """WHEN ((old."Status" IN ('Analysed', 'BrokenOff')) <> (new."Status" IN ('Analysed', 'BrokenOff')))""",
            """INSERT INTO "Touched" VALUES (new."AccountId", 'Interviews.Status')""");
    }

    private static async Task Trigger(InterviewAgentDb db, bool sqlite, string table, string on, string when, string then)
    {
        var name = $"{table} {on}".Replace(' ', '_').Replace(",", "", StringComparison.Ordinal).ToLowerInvariant();
        var quoted = on.Split(" OF ") is [var what, var columns] ? $"{what} OF {string.Join(", ", columns.Split(", ").Select(column => $"\"{column}\""))}" : on;
        await db.Database.ExecuteSqlRawAsync(sqlite
            ? $"""CREATE TRIGGER {name} AFTER {quoted} ON "{table}" {when} BEGIN {then}; END"""
            : $"""
                CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {then}; RETURN NULL; END $$;
                CREATE TRIGGER {name} AFTER {quoted} ON "{table}" FOR EACH ROW {when} EXECUTE FUNCTION {name}();
                """);
    }

    /// <summary>Does one thing, and says what it touched without leaving a mark on the account; the tables that it touched come back.</summary>
    public static async Task<IReadOnlyList<string>> By(Func<InterviewAgentDb> open, Func<Task> work)
    {
        await using (var before = open())
        {
            await before.Database.ExecuteSqlRawAsync("""DELETE FROM "Touched"; DELETE FROM "OutdatedAccounts" """);
        }
        await work();
        await using var db = open();
        var unmarked = await db.Database.SqlQueryRaw<string>(
            """SELECT DISTINCT "What" AS "Value" FROM "Touched" WHERE "AccountId" NOT IN (SELECT "AccountId" FROM "OutdatedAccounts")""").ToListAsync();
        Assert.True(unmarked.Count == 0, $"Written without a mark on the account: {string.Join("; ", unmarked)}");
        return await db.Database.SqlQueryRaw<string>("""SELECT DISTINCT "What" AS "Value" FROM "Touched" """).ToListAsync();
    }

    public static Task<IReadOnlyList<string>> By(TestDatabase database, Func<Task> work) => By(database.Open, work);
}
