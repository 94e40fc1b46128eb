namespace InterviewAgent.Privacy.Masking;

/// <summary>One word or number of a text, with what its letters say.</summary>
/// <param name="Text">Without a genitive ending.</param>
/// <param name="Gap">What stands between it and the word before: one space or no-break space (' '), a line break ('\n'), a comma (','), a full stop alone ('·'), else '.'.</param>
/// <param name="Begins">It begins a sentence, a line or a quotation, where a capital letter says nothing.</param>
internal sealed record Word(int Start, int Length, string Text, char Gap, bool Begins, WordShape Shape, bool IsKept, bool IsCommon)
{
    public int End => Start + Length;
    public bool IsNumber => Shape == WordShape.Number;
    public bool IsCapital => Shape is WordShape.Capital or WordShape.AllCapitals;
    public bool IsInitial => Text.Length == 1 && char.IsUpper(Text[0]);

    /// <summary>Capitalised and no English word: a name of somebody or something. Short all-capital words are abbreviations.</summary>
    public bool IsNameLike => IsCapital && !IsKept && !IsCommon && Text.Length > 1 && !(Shape == WordShape.AllCapitals && Text.Length < 6);

    /// <summary>A word that is capitalised although it begins nothing.</summary>
    public bool IsProper => IsCapital && !Begins && !IsKept && Text.Length > 1 && !(Shape == WordShape.AllCapitals && Text.Length < 6);
}

internal enum WordShape { Small, Capital, AllCapitals, Number, Mixed }
