using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights.SubThemes;

/// <summary>The sums over all accounts, counted anew from the accounts, beside those that were kept up by differences.</summary>
internal sealed class RecountThemes(InterviewAgentDb db)
{
    /// <summary>How many sums differ.</summary>
    public async Task<int> Check(CancellationToken cancellationToken) =>
        await Count($"({Totals} EXCEPT {StoredTotals})", cancellationToken) + await Count($"({StoredTotals} EXCEPT {Totals})", cancellationToken)
        + await Count($"({Weeks} EXCEPT {StoredWeeks})", cancellationToken) + await Count($"({StoredWeeks} EXCEPT {Weeks})", cancellationToken);

    /// <summary>Writes them anew, where they differ. Runs in the caller's transaction.</summary>
    public async Task<int> Run(CancellationToken cancellationToken)
    {
        var differing = await Check(cancellationToken);
        if (differing > 0)
        {
            await db.ThemeTotals.ExecuteDeleteAsync(cancellationToken);
            await db.ThemeWeeks.ExecuteDeleteAsync(cancellationToken);
            await db.Database.ExecuteSqlRawAsync($"""INSERT INTO "ThemeTotals" ("Code", "Term", "Accounts", "People", "Quotes", "StillSaid", "StillIn") {Totals}""", cancellationToken);
            await db.Database.ExecuteSqlRawAsync($"""INSERT INTO "ThemeWeeks" ("Code", "Term", "Week", "First", "Last") {Weeks}""", cancellationToken);
        }
        return differing;
    }

    private Task<int> Count(string rows, CancellationToken cancellationToken)
    {
        var count = $"""SELECT CAST(COUNT(*) AS INTEGER) AS "Value" FROM {rows} AS "Differing" """;
        return db.Database.SqlQueryRaw<int>(count).SingleAsync(cancellationToken);
    }

    private const string StoredTotals = """SELECT "Code", "Term", "Accounts", "People", "Quotes", "StillSaid", "StillIn" FROM "ThemeTotals" """;
    private const string StoredWeeks = """SELECT "Code", "Term", "Week", "First", "Last" FROM "ThemeWeeks" """;

    private const string Totals = """
        SELECT "Code", "Term", COUNT(*) AS "Accounts", SUM("People") AS "People", SUM("Quotes") AS "Quotes",
          SUM("StillSaid") AS "StillSaid", SUM(CASE WHEN "StillSaid" > 0 THEN 1 ELSE 0 END) AS "StillIn" FROM "ThemeVoices" GROUP BY "Code", "Term"
        """;

    private const string Weeks = """
        SELECT "Code", "Term", "Week", SUM("First") AS "First", SUM("Last") AS "Last" FROM (
          SELECT "Code", "Term", "FirstWeek" AS "Week", 1 AS "First", 0 AS "Last" FROM "ThemeVoices"
          UNION ALL SELECT "Code", "Term", "LastWeek" AS "Week", 0 AS "First", 1 AS "Last" FROM "ThemeVoices") AS "Said"
        GROUP BY "Code", "Term", "Week"
        """;
}
