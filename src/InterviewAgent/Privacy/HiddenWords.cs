namespace InterviewAgent.Privacy;

/// <summary>Words that a respondent keeps to totals, so that the interviewer's repetition of them is hidden as well.</summary>
internal static class HiddenWords
{
    private const int RunOfWords = 4;

    public static IEnumerable<string> Of(string text, TurnVisibility visibility) =>
        Show.Pieces(text, visibility, [], []).Where(piece => piece.Text is null)
            .Select(piece => text.Substring(piece.Start, piece.Length));

    /// <summary>Four words in a row of a hidden sentence, or a whole shorter one, stand in the text.</summary>
    public static bool IsRepeatedIn(string text, IReadOnlyList<string> hidden)
    {
        if (hidden.Count == 0)
        {
            return false;
        }
        var said = " " + string.Join(' ', Words(text)) + " ";
        return hidden.Select(Words).Any(words => words.Length > 0 && Enumerable.Range(0, Math.Max(1, words.Length - RunOfWords + 1))
            .Any(at => said.Contains(" " + string.Join(' ', words.Skip(at).Take(RunOfWords)) + " ", StringComparison.Ordinal)));
    }

    private static string[] Words(string text) =>
        new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
