using System.Text.Json;

namespace InterviewAgent.Evals.Simulations;

/// <summary>What people really answered: participants' turns of transcripts, or records with "text"; JSON Lines, any mix.</summary>
public static class ReadAnswers
{
    /// <exception cref="BadInputException">The file cannot be read, or holds no answer.</exception>
    public static IReadOnlyList<string> From(IEnumerable<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        List<string> answers = [];
        foreach (var path in paths)
        {
            if (!File.Exists(path))
                throw new BadInputException(path, "it is not there", "Name files of JSON Lines with \"turns\" or \"text\".");
            var before = answers.Count;
            answers.AddRange(File.ReadLines(path).SelectMany(Answers));
            if (answers.Count == before)
                throw new BadInputException(path, "it holds no answer", "Each line needs \"turns\" with participants, or \"text\".");
        }
        return answers;
    }

    private static List<string> Answers(string line)
    {
        try
        {
            using var record = JsonDocument.Parse(line);
            if (record.RootElement.ValueKind != JsonValueKind.Object)
                return [];
            if (record.RootElement.TryGetProperty("turns", out var turns))
                return [.. turns.EnumerateArray().Where(turn => turn.GetProperty("speaker").ValueEquals("participant"))
                    .Select(turn => turn.GetProperty("text").GetString()!)];
            return record.RootElement.TryGetProperty("text", out var text) ? [text.GetString()!] : [];
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return []; // A lone surrogate, or not a record: the other lines are enough.
        }
    }
}
