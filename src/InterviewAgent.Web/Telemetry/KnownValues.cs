using System.Globalization;
using System.Text.RegularExpressions;
using OpenTelemetry;
using OpenTelemetry.Logs;

namespace InterviewAgent.Web.Telemetry;

/// <summary>
/// Lets out of a log line its template, its numbers, ids and kinds, and of an exception its type and where it was thrown. Words that were filled in stay
/// here, unless the product's own code names them on the list below: a message can quote what a person sent. Our own log on the console has them.
/// </summary>
internal sealed partial class KnownValues : BaseProcessor<LogRecord>
{
    private const string Template = "{OriginalFormat}";

    /// <summary>Names of the product's own placeholders whose values are words of the product's own.</summary>
    private static readonly string[] OurWords = ["Name", "Prompt", "Outcome", "Code", "Method", "Type", "Then"];

    public override void OnEnd(LogRecord data)
    {
        var ours = data.CategoryName?.StartsWith("InterviewAgent", StringComparison.Ordinal) == true;
        List<KeyValuePair<string, object?>> kept =
            [.. (data.Attributes ?? []).Where(value => value.Key != Template && IsPlain(value.Value) || ours && IsOurWord(value))];
        if (data.Exception is { } failure)
        {
            kept.Add(new("exception.type", failure.GetType().FullName));
            kept.Add(new("exception.stacktrace", Thrown(failure)));
        }
        // What a library made with LoggerMessage has a name and a template; other texts may be filled in already.
        data.Body = ours || data.EventId.Name is not null ? data.Attributes?.FirstOrDefault(value => value.Key == Template).Value as string : "(withheld)";
        data.FormattedMessage = null;
        data.Exception = null;
        data.Attributes = kept;
    }

    private static bool IsPlain(object? value) => value is Guid or Enum or bool or int or long or double or TimeSpan or DateTimeOffset or Type;

    private static bool IsOurWord(KeyValuePair<string, object?> value) =>
        OurWords.Contains(value.Key) && value.Value is string word && Word().IsMatch(word);

    /// <summary>Types and methods of the whole chain; of messages nothing.</summary>
    private static string Thrown(Exception? failure)
    {
        List<string> lines = [];
        for (; failure is not null && lines.Count < 60; failure = failure.InnerException)
        {
            lines.Add(failure.GetType().FullName!);
            lines.AddRange(new System.Diagnostics.StackTrace(failure, fNeedFileInfo: false).GetFrames().Take(20)
                .Select(frame => frame.GetMethod() is { } method ? string.Create(CultureInfo.InvariantCulture, $"  at {method.DeclaringType?.FullName}.{method.Name}") : "  at ?"));
        }
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,63}$", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
