using System.Globalization;
using System.Text;

namespace InterviewAgent.Privacy.Search;

/// <summary>What somebody typed, as words to be found: no letter of it is an operator of any query language.</summary>
public static class QueryWords
{
    private const int Most = 8;
    private const int Longest = 40;

    /// <summary>At most eight words, in small letters without accents; the index and the shown words are compared in the same form.</summary>
    public static IReadOnlyList<string> Of(string? typed)
    {
        var folded = Folded(typed is { Length: > 1000 } ? typed[..1000] : typed ?? "");
        return [.. Split(folded).Where(word => word.Length <= Longest).Distinct().Take(Most)];
    }

    /// <summary>All words of a text in their order, in the form in which they are compared.</summary>
    internal static IReadOnlyList<string> In(string text) => Split(Folded(text));

    /// <summary>Every word begins a word of the text.</summary>
    public static bool AllIn(string text, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (Ascii.IsValid(text))
        {
            return words.All(word => Ascii.IsValid(word) && BeginsIn(text, word));
        }
        var said = Split(Folded(text)).ToList();
        return words.All(word => said.Exists(one => one.StartsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>The same where nothing has to be folded, without a copy of the text.</summary>
    private static bool BeginsIn(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            {
                return true;
            }
        }
        return false;
    }

    private static string[] Split(string text) =>
        new string([.. text.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Folded(string text) => new([.. NormalForm.Of(text.ToLowerInvariant(), NormalizationForm.FormD)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)]);
}
