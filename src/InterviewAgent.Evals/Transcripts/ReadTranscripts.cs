using System.Runtime.CompilerServices;

namespace InterviewAgent.Evals.Transcripts;

/// <summary>
/// Streams a file of transcripts (JSON Lines) or a plain list of questions, one a line. Which of the two it is, its first line
/// that is not blank says: an object begins with a brace.
/// </summary>
public static class ReadTranscripts
{
    /// <summary>Every line that is not blank, bad ones included; holds one line in memory.</summary>
    public static async IAsyncEnumerable<TranscriptLine> From(
        TextReader file, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        bool? objects = null;
        for (var line = 1; await file.ReadLineAsync(cancellation) is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }
            objects ??= text.TrimStart('\uFEFF', ' ', '\t').StartsWith('{');
            yield return objects.Value
                ? TranscriptLine.Parse(line, text.TrimStart('\uFEFF'))
                : new TranscriptLine(line, $"line-{line}", null, text.Trim('\uFEFF', ' ', '\t'), null);
        }
    }
}
