using System.Globalization;
using System.Text;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights.SubThemes;

/// <summary>Differences to the sums over all accounts. Rows that come to nothing are removed, so that the sums are those of a count anew.</summary>
internal sealed class ThemeSums
{
    // Well below the parameters that a statement may have, on either database.
    private const int RowsAtOnce = 120;
    private readonly SortedDictionary<(string Code, string Term), (int Accounts, int People, int Quotes, int StillSaid, int StillIn)> totals = [];
    private readonly SortedDictionary<(string Code, string Term, int Week), (int First, int Last)> weeks = [];

    /// <param name="times">1: this is heard; -1: this was.</param>
    public void Add(ThemeVoice voice, int times)
    {
        var total = totals.GetValueOrDefault((voice.Code, voice.Term));
        totals[(voice.Code, voice.Term)] = (
            total.Accounts + times, total.People + times * voice.People, total.Quotes + times * voice.Quotes,
            total.StillSaid + times * voice.StillSaid, total.StillIn + (voice.StillSaid > 0 ? times : 0));
        AddWeek((voice.Code, voice.Term, voice.FirstWeek), times, 0);
        AddWeek((voice.Code, voice.Term, voice.LastWeek), 0, times);
    }

    /// <summary>In the order of the keys, always: two servers that store at once wait for each other and never in a circle.</summary>
    public async Task Store(InterviewAgentDb db, CancellationToken cancellationToken)
    {
        foreach (var rows in totals.Where(row => row.Value != default).Chunk(RowsAtOnce))
        {
            var add = $"""
                INSERT INTO "ThemeTotals" ("Code", "Term", "Accounts", "People", "Quotes", "StillSaid", "StillIn") VALUES {Places(rows.Length, 7)}
                ON CONFLICT ("Code", "Term") DO UPDATE SET "Accounts" = "ThemeTotals"."Accounts" + excluded."Accounts",
                  "People" = "ThemeTotals"."People" + excluded."People", "Quotes" = "ThemeTotals"."Quotes" + excluded."Quotes",
                  "StillSaid" = "ThemeTotals"."StillSaid" + excluded."StillSaid", "StillIn" = "ThemeTotals"."StillIn" + excluded."StillIn"
                """;
            await db.Database.ExecuteSqlRawAsync(add,
                rows.SelectMany(row => new object[] { row.Key.Code, row.Key.Term, row.Value.Accounts, row.Value.People, row.Value.Quotes, row.Value.StillSaid, row.Value.StillIn }), cancellationToken);
        }
        foreach (var rows in weeks.Where(row => row.Value != default).Chunk(RowsAtOnce))
        {
            var add = $"""
                INSERT INTO "ThemeWeeks" ("Code", "Term", "Week", "First", "Last") VALUES {Places(rows.Length, 5)}
                ON CONFLICT ("Code", "Term", "Week") DO UPDATE SET "First" = "ThemeWeeks"."First" + excluded."First", "Last" = "ThemeWeeks"."Last" + excluded."Last"
                """;
            await db.Database.ExecuteSqlRawAsync(add,
                rows.SelectMany(row => new object[] { row.Key.Code, row.Key.Term, row.Key.Week, row.Value.First, row.Value.Last }), cancellationToken);
        }
        // Each by an index of the empty rows alone.
        await db.Database.ExecuteSqlRawAsync("""DELETE FROM "ThemeTotals" WHERE "Accounts" = 0""", cancellationToken);
        await db.Database.ExecuteSqlRawAsync("""DELETE FROM "ThemeWeeks" WHERE "First" = 0 AND "Last" = 0""", cancellationToken);
    }

    private void AddWeek((string, string, int) week, int first, int last)
    {
        var sum = weeks.GetValueOrDefault(week);
        weeks[week] = (sum.First + first, sum.Last + last);
    }

    private static string Places(int rows, int columns)
    {
        var text = new StringBuilder();
        for (var row = 0; row < rows; row++)
        {
            text.Append(row == 0 ? "(" : ", (");
            for (var column = 0; column < columns; column++)
            {
                text.Append(column == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"{{{row * columns + column}}}");
            }
            text.Append(')');
        }
        return text.ToString();
    }
}
