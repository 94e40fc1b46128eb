using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace InterviewAgent.Storage.PostgreSql;

/// <summary>
/// PostgreSQL takes no NUL in a text, and no half of a surrogate pair; somebody may send one. In their place stands U+FFFD, one for one, so that
/// the places of quotes stay right.
/// </summary>
internal sealed class StorableText : DbCommandInterceptor
{
    private const char Replacement = '\uFFFD';

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Mend(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Mend(command);
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Mend(command);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Mend(command);
        return ValueTask.FromResult(result);
    }

    /// <summary>The same text, of the same length.</summary>
    internal static string Mended(string text)
    {
        var first = 0;
        while (first < text.Length && IsStorable(text, first))
        {
            first++;
        }
        return first == text.Length ? text : string.Create(text.Length, text, static (mended, text) =>
        {
            for (var place = 0; place < text.Length; place++)
            {
                mended[place] = IsStorable(text, place) ? text[place] : Replacement;
            }
        });
    }

    private static bool IsStorable(string text, int place) => text[place] switch
    {
        '\0' => false,
        var letter when char.IsHighSurrogate(letter) => place + 1 < text.Length && char.IsLowSurrogate(text[place + 1]),
        var letter when char.IsLowSurrogate(letter) => place > 0 && char.IsHighSurrogate(text[place - 1]),
        _ => true,
    };

    private static void Mend(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            parameter.Value = parameter.Value switch
            {
                string text => Mended(text),
                string[] texts => texts.Select(text => text is null ? null : Mended(text)).ToArray(),
                List<string> texts => texts.ConvertAll(text => text is null ? null! : Mended(text)),
                var other => other,
            };
        }
    }
}
