namespace InterviewAgent.Analysis.Language;

/// <summary>One word, number or mark of a turn.</summary>
/// <param name="Start">First character in the turn's text.</param>
/// <param name="Form">What it is, the same for every place where it stands.</param>
internal readonly record struct Token(int Start, int Length, WordForm Form, TokenKind Kind, bool Capital)
{
    /// <summary>Folded form: lower case, plain apostrophe; what patterns are matched against.</summary>
    public string Text => Form.Text;

    /// <summary>The same without a plural or third-person s.</summary>
    public string Lemma => Form.Lemma;
    public int End => Start + Length;
    public bool IsWord => Kind is TokenKind.Word or TokenKind.Number;
}

/// <summary>A folded form with its lemma, and a hash of each: look-ups by word ask for them again and again.</summary>
internal sealed class WordForm(string text, string lemma)
{
    public string Text { get; } = text;
    public string Lemma { get; } = lemma;
    public int Hash { get; } = Fnv.Of(text);
    public int LemmaHash { get; } = Fnv.Of(lemma);
    public bool HasLemma { get; } = text != lemma;
    public ClauseSign Clause { get; } = SplitClauses.SignOf(text);
}

/// <summary>FNV-1a over characters. A place that two words share is filled again or compared again: one word cannot do harm.</summary>
internal static class Fnv
{
    public static int Of(ReadOnlySpan<char> word)
    {
        var hash = 2_166_136_261u;
        foreach (var letter in word) hash = (hash ^ letter) * 16_777_619u;
        return (int)(hash ^ (hash >> 15)) & int.MaxValue;
    }
}

internal enum TokenKind { Word, Number, Mark }
