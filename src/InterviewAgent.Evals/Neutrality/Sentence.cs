using System.Text.RegularExpressions;

namespace InterviewAgent.Evals.Neutrality;

/// <summary>One sentence of an interviewer's turn, with quotations cut out: what is quoted is not the interviewer's word.</summary>
/// <param name="Text">The sentence, single-spaced, quotations replaced by <c>“…”</c>, apostrophes straight.</param>
/// <param name="Asks">It ends in a question mark.</param>
internal sealed partial record Sentence(string Text, bool Asks)
{
    public static IReadOnlyList<Sentence> Split(string turn)
    {
        var plain = Quotation().Replace(turn.Replace('’', '\'').Replace('？', '?').Replace('*', ' '), "“…”$1");
        return
        [
            .. Ending().Split(plain)
                .Select(part => Spaces().Replace(part, " ").Trim())
                .Where(part => part.Any(char.IsLetter))
                .Select(part => new Sentence(part, part.TrimEnd(')', '"', ' ').EndsWith('?'))),
        ];
    }

    /// <summary>A quotation of at most 200 characters; a full stop or question mark that closes inside it still ends the sentence.</summary>
    [GeneratedRegex("[\"“][^\"“”\\n]{1,200}?([.?!]?)[\"”]", RegexOptions.NonBacktracking)]
    private static partial Regex Quotation();

    [GeneratedRegex(@"(?<=[.?!]['"")]?)\s+|\n+|(?<=\?)(?=\p{L})")]
    private static partial Regex Ending();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
