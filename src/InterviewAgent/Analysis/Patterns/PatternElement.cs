using System.Collections.Frozen;
using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Patterns;

/// <summary>One place of a pattern: a set of words and beginnings, or a gap of up to <see cref="Gap"/> words.</summary>
internal sealed class PatternElement(FrozenSet<string> words, string[] beginnings, PatternPhrase[] phrases, bool number, bool optional, int gap)
{
    public FrozenSet<string> Words { get; } = words;
    public string[] Beginnings { get; } = beginnings;
    public PatternPhrase[] Phrases { get; } = phrases;
    public bool Number { get; } = number;
    public bool Optional { get; } = optional;
    public int Gap { get; } = gap;

    public bool Matches(Token token)
    {
        if (Number && token.Kind == TokenKind.Number) return true;
        if (Words.Contains(token.Text) || (token.Lemma != token.Text && Words.Contains(token.Lemma))) return true;
        foreach (var beginning in Beginnings)
            if (token.Text.StartsWith(beginning, StringComparison.Ordinal)) return true;
        return false;
    }
}
