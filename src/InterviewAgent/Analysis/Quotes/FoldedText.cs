using System.Globalization;
using System.Text;

namespace InterviewAgent.Analysis.Quotes;

/// <summary>
/// A text with case, runs of white space, kinds of quotes and dashes, invisible characters and Unicode form folded
/// away, and for every folded character the place of the user-perceived character it came from.
/// </summary>
internal sealed class FoldedText
{
    private readonly List<int> starts = [];
    private readonly List<int> ends = [];

    public string Folded { get; }

    public FoldedText(string text)
    {
        var folded = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(at));
            if (IsSpace(text, at, length)) AppendSpace(folded, at, at + length);
            else Append(folded, Fold(text.AsSpan(at, length)), at, at + length);
            at += length;
        }
        Folded = folded.ToString();
    }

    /// <summary>Place in the original text of folded characters [from, to).</summary>
    public (int Start, int Length) Original(int from, int to) => (starts[from], ends[to - 1] - starts[from]);

    private void Append(StringBuilder folded, string part, int start, int end)
    {
        foreach (var c in part)
        {
            folded.Append(c);
            starts.Add(start);
            ends.Add(end);
        }
    }

    private void AppendSpace(StringBuilder folded, int start, int end)
    {
        if (folded.Length > 0 && folded[^1] == ' ') ends[^1] = end;
        else Append(folded, " ", start, end);
    }

    private static bool IsSpace(string text, int at, int length)
    {
        for (var i = at; i < at + length; i++)
            if (!char.IsWhiteSpace(text[i])) return false;
        return true;
    }

    private static string Fold(ReadOnlySpan<char> element)
    {
        if (element.Length == 1 && element[0] < 128)
            return char.ToLowerInvariant(element[0] == '`' ? '\'' : element[0]).ToString();
        var form = NormalForm.Of(element.ToString(), NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKC);
        var folded = new StringBuilder(form.Length);
        foreach (var c in form)
        {
            if (char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control) continue;
            if (c is >= '\ufe00' and <= '\ufe0f') continue; // variation selectors: how a sign is drawn
            folded.Append(Plain(c));
        }
        return folded.ToString();
    }

    private static char Plain(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u201a' or '\u201b' or '\u2032' or '\u02bc' or '\u00b4' => '\'',
        '\u201c' or '\u201d' or '\u201e' or '\u201f' or '\u2033' or '\u00ab' or '\u00bb' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' => '-',
        _ => c,
    };
}
