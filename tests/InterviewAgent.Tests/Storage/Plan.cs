using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Storage;

/// <summary>How SQLite means to answer a query.</summary>
internal static class Plan
{
    /// <summary>The steps of EXPLAIN QUERY PLAN. The values of parameters, which <c>ToQueryString</c> lists before the query, are dropped, and its remark on split queries.</summary>
    public static async Task<IReadOnlyList<string>> Of(InterviewAgentDb db, string query)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + (query.Contains("SELECT", StringComparison.Ordinal) ? query[query.IndexOf("SELECT", StringComparison.Ordinal)..] : query).Split("\n\nThis LINQ")[0];
        await using var reader = await command.ExecuteReaderAsync();
        List<string> steps = [];
        while (await reader.ReadAsync())
        {
            steps.Add(reader.GetString(3));
        }
        return steps;
    }
}
