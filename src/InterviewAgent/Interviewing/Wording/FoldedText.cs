using System.Globalization;
using System.Text;

namespace InterviewAgent.Interviewing.Wording;

/// <summary>
/// A text with everything removed that makes equal words look unequal: Unicode form, marks, look-alike letters,
/// zero-width characters, typographic quotes and dashes. Keeps where each character came from.
/// </summary>
internal sealed class FoldedText
{
    private readonly int[] origins;

    private FoldedText(string cased, int[] origins, int originalLength)
    {
        Cased = cased;
        Lower = cased.ToLowerInvariant();
        this.origins = origins;
        OriginalLength = originalLength;
    }

    /// <summary>Folded, upper and lower case kept.</summary>
    public string Cased { get; }

    /// <summary>As <see cref="Cased"/>, in lower case; the same length.</summary>
    public string Lower { get; }
    public int OriginalLength { get; }

    /// <summary>Index in the original of a folded index; the original's length for the end.</summary>
    public int Origin(int folded) => folded < origins.Length ? origins[folded] : OriginalLength;

    public static FoldedText Of(string text, Spelling spelling)
    {
        var folded = new StringBuilder(text.Length);
        var origins = new List<int>(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (letter is >= ' ' and < '\u007f' or '\n')
            {
                folded.Append(letter == '`' ? '\'' : letter);
                origins.Add(at);
                continue;
            }

            var taken = char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
            foreach (var plain in Plain(text.AsSpan(at, taken), spelling))
            {
                folded.Append(plain);
                origins.Add(at);
            }

            at += taken - 1;
        }

        return new FoldedText(folded.ToString(), [.. origins], text.Length);
    }

    private static string Plain(ReadOnlySpan<char> rune, Spelling spelling)
    {
        if (rune.Length == 1 && (char.IsSurrogate(rune[0]) || rune[0] == '\ufffe' || rune[0] == '\uffff'))
        {
            return " ";
        }

        if (rune.Length == 1 && rune[0] is '\r' or '\u2028' or '\u2029' or '\u0085')
        {
            return "\n";
        }

        var category = rune.Length == 1 ? char.GetUnicodeCategory(rune[0]) : UnicodeCategory.OtherSymbol;
        if (category is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        {
            return "";
        }

        if (category is UnicodeCategory.Control or UnicodeCategory.SpaceSeparator)
        {
            return " ";
        }

        var plain = new StringBuilder();
        foreach (var part in rune.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (char.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(spelling.LookAlikes.TryGetValue(part, out var same) ? same : part.ToString());
            }
        }

        return plain.ToString();
    }
}
