namespace InterviewAgent.Evals.Respondents;

/// <summary>What a question asks for, as a respondent hears it: by its words alone, from a list that shares nothing with the product's.</summary>
public sealed class QuestionReading(IReadOnlyDictionary<string, List<string>> phrases)
{
    internal const string File = "questions.yaml";

    internal bool Knows(string kind) => phrases.ContainsKey(kind);

    internal HashSet<string> AsksFor(string question)
    {
        var text = question.ToLowerInvariant();
        return [.. phrases.Where(kind => kind.Value.Exists(phrase => text.Contains(phrase, StringComparison.Ordinal))).Select(kind => kind.Key)];
    }

    /// <summary>A cue is heard in its own word, and from four letters on in words that begin with it: "depend" in "depends".</summary>
    internal static bool Heard(HashSet<string> words, string cue) =>
        words.Contains(cue) || cue.Length >= 4 && words.Any(word => word.StartsWith(cue, StringComparison.Ordinal));

    /// <summary>Words in lower case, for cues and for likeness.</summary>
    internal static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split([.. text.Where(c => !char.IsLetterOrDigit(c)).Distinct()], StringSplitOptions.RemoveEmptyEntries)];
}
