using System.Collections.Frozen;

namespace InterviewAgent.Interviewing.Wording;

/// <summary>A sequence of steps over tokens; written in the word lists as described in <see cref="PhraseParser"/>.</summary>
internal sealed record Phrase(bool AtClauseStart, bool AtSentenceStart, IReadOnlyList<Step> Steps, bool AtClauseEnd)
{
    /// <summary>Index after the last token, or -1.</summary>
    public int Match(IReadOnlyList<Token> tokens, int at) => Match(tokens, at, 0);

    private int Match(IReadOnlyList<Token> tokens, int at, int step)
    {
        if (step == Steps.Count)
        {
            return AtClauseEnd && !EndsClause(tokens, at) ? -1 : at;
        }

        if (Steps[step].Gap is 0)
        {
            return at < tokens.Count && Steps[step].Fits(tokens[at]) ? Match(tokens, at + 1, step + 1) : -1;
        }

        for (var skipped = 0; skipped <= Steps[step].Gap; skipped++)
        {
            var end = Match(tokens, at + skipped, step + 1);
            if (end >= 0 || at + skipped >= tokens.Count || tokens[at + skipped].EndsSentence)
            {
                return end;
            }
        }

        return -1;
    }

    public static bool EndsClause(IReadOnlyList<Token> tokens, int at) => at >= tokens.Count || !tokens[at].IsWord;
}

/// <summary>One token that must be among some words or stems; or, with <see cref="Gap"/>, up to so many tokens of any kind.</summary>
internal sealed record Step(FrozenSet<string> Words, FrozenSet<string> Stems, bool Any, int Gap)
{
    public bool Fits(Token token) =>
        token.IsWord ? Any || Words.Contains(token.Text) || (Stems.Count > 0 && Stems.Contains(token.Stem)) : Words.Contains(token.Text);
}
