using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InterviewAgent.Storage.PostgreSql;

/// <summary>EF has no words for <c>FOR UPDATE SKIP LOCKED</c>: a query that carries the tag gets them.</summary>
internal sealed class SkipHeld : DbCommandInterceptor
{
    public const string Tag = "rows that nobody holds";
    private const string Mark = "-- " + Tag;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        if (command.CommandText.StartsWith(Mark, StringComparison.Ordinal))
        {
#pragma warning disable CA2100 // Fixed words behind a query that EF wrote.
            command.CommandText += "\nFOR UPDATE SKIP LOCKED";
#pragma warning restore CA2100
        }

        return ValueTask.FromResult(result);
    }
}
