namespace InterviewAgent.Analysis.Language;

/// <summary>One word, number or mark of a turn.</summary>
/// <param name="Start">First character in the turn's text.</param>
/// <param name="Text">Folded form: lower case, plain apostrophe; what patterns are matched against.</param>
/// <param name="Lemma">The same without a plural or third-person s.</param>
internal readonly record struct Token(int Start, int Length, string Text, string Lemma, TokenKind Kind, bool Capital)
{
    public int End => Start + Length;
    public bool IsWord => Kind is TokenKind.Word or TokenKind.Number;
}

internal enum TokenKind { Word, Number, Mark }
