namespace InterviewAgent.Analysis.Patterns;

/// <summary>
/// A pattern of words, the language of prompts/lexicons: elements in order, each <c>a|b|c</c>, a phrase among them <c>no_one</c>, a list <c>@name</c>,
/// a beginning <c>export*</c>, any number <c>#</c>, an optional <c>really?</c>, or a gap of up to four words
/// <c>..</c> or eight <c>...</c>. Words are matched in lower case, with or without a plural s. No backtracking
/// beyond the gaps, so the cost is bounded by the sentence.
/// </summary>
internal sealed class Pattern(IReadOnlyList<PatternElement> elements)
{
    public IReadOnlyList<PatternElement> Elements { get; } = elements;

    /// <summary>Index after the last matched token when the pattern begins at <paramref name="at"/>; -1 when it does not.</summary>
    public int MatchAt(ReadOnlySpan<Language.Token> tokens, int at) => Match(tokens, at, 0);

    private int Match(ReadOnlySpan<Language.Token> tokens, int at, int element)
    {
        while (element < Elements.Count)
        {
            var wanted = Elements[element];
            if (wanted.Gap > 0)
            {
                for (var skip = 0; skip <= wanted.Gap && at + skip <= tokens.Length; skip++)
                {
                    if (skip > 0 && IsBarrier(tokens[at + skip - 1])) break;
                    var after = Match(tokens, at + skip, element + 1);
                    if (after >= 0) return after;
                }
                return -1;
            }
            if (wanted.Optional)
            {
                if (at < tokens.Length && wanted.Matches(tokens[at]))
                {
                    var after = Match(tokens, at + 1, element + 1);
                    if (after >= 0) return after;
                }
                element++;
                continue;
            }
            while (at < tokens.Length && IsSkipped(tokens[at], wanted)) at++;
            if (at >= tokens.Length) return -1;
            foreach (var phrase in wanted.Phrases)
                if (phrase.Matches(tokens[at..]) && Match(tokens, at + phrase.Length, element + 1) is >= 0 and var end) return end;
            if (!wanted.Matches(tokens[at])) return -1;
            at++;
            element++;
        }
        return at;
    }

    // Commas and quotation marks inside a phrase do not part it.
    private static bool IsSkipped(Language.Token token, PatternElement wanted) =>
        token.Kind == Language.TokenKind.Mark && token.Text is "," or "\"" or "'" && !wanted.Matches(token);

    private static bool IsBarrier(Language.Token token) => token.Text is "." or "!" or "?" or ";";
}
