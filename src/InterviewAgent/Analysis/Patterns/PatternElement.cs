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

    /// <summary>The words by eight bits of their hash: what is not marked here is surely not among them, and most words are not.</summary>
    private readonly ulong[] marked = Mark(words);

    public bool Matches(in Token token)
    {
        if (Number && token.Kind == TokenKind.Number) return true;
        var form = token.Form;
        if (IsMarked(form.Hash) && Words.Contains(form.Text) || form.HasLemma && IsMarked(form.LemmaHash) && Words.Contains(form.Lemma)) return true;
        foreach (var beginning in Beginnings)
            if (token.Text.StartsWith(beginning, StringComparison.Ordinal)) return true;
        return false;
    }

    private bool IsMarked(int hash) => (marked[(hash >> 6) & 3] & (1UL << (hash & 63))) != 0;

    private static ulong[] Mark(FrozenSet<string> words)
    {
        var marks = new ulong[4];
        foreach (var word in words)
        {
            var hash = Fnv.Of(word);
            marks[(hash >> 6) & 3] |= 1UL << (hash & 63);
        }
        return marks;
    }
}
