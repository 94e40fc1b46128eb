using System.Text.RegularExpressions;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Storage;

/// <summary>How the store means to answer a query.</summary>
internal static partial class Plan
{
    /// <summary>
    /// The steps of EXPLAIN; one that reads a whole table begins with SCAN. The values of parameters, which <c>ToQueryString</c> lists before the query,
    /// are dropped, and its remark on split queries. PostgreSQL reads small tables whole: it is told not to unless it must.
    /// </summary>
    public static async Task<IReadOnlyList<string>> Of(InterviewAgentDb db, string query)
    {
        query = (query.Contains("SELECT", StringComparison.Ordinal) ? query[query.IndexOf("SELECT", StringComparison.Ordinal)..] : query).Split("\n\nThis LINQ")[0];
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var sqlite = db.Database.ProviderName!.EndsWith("Sqlite", StringComparison.Ordinal);
#pragma warning disable CA2100 // The queries are the product's own.
        command.CommandText = sqlite ? "EXPLAIN QUERY PLAN " + query : Prepared(query);
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        List<string> steps = [];
        while (await reader.ReadAsync())
        {
            steps.Add(sqlite ? reader.GetString(3) : reader.GetString(0).Replace("Seq Scan", "SCAN", StringComparison.Ordinal).Trim(' ', '-', '>'));
        }
        return steps;
    }

    // By a plan that knows no values, as the product's own statements are made.
    private static string Prepared(string query)
    {
        List<string> names = [];
        query = Parameter().Replace(query, match =>
        {
            if (!names.Contains(match.Value))
            {
                names.Add(match.Value);
            }
            return "$" + (names.IndexOf(match.Value) + 1);
        });
        return $"SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan; DEALLOCATE ALL; PREPARE asked AS {query}; EXPLAIN EXECUTE asked"
            + (names.Count > 0 ? $"({string.Join(", ", names.Select(_ => "NULL"))})" : "");
    }

    [GeneratedRegex("@[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Parameter();
}
