using System.Net;
using System.Text.RegularExpressions;

namespace InterviewAgent.Privacy.Masking;

/// <summary>What has a form of its own: mail and web addresses, IP addresses, keys, and words that only look like our placeholders.</summary>
internal static partial class FindContacts
{
    public static IEnumerable<MaskedSpan> In(string text)
    {
        // Said by somebody, it would be taken for another's name on the way back.
        foreach (Match said in Placeholder().Matches(text)) yield return Span(said, MaskKind.Said);
        if (text.Contains('@', StringComparison.Ordinal))
        {
            foreach (Match mail in Mail().Matches(text)) yield return Span(mail, MaskKind.Email);
            foreach (Match handle in Handle().Matches(text)) yield return Span(handle, MaskKind.Person);
        }
        foreach (Match url in Url().Matches(text))
        {
            yield return new MaskedSpan(url.Index, url.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')').Length, MaskKind.Url);
        }
        foreach (Match four in FourBytes().Matches(text))
        {
            if (!IsVersion(text, four.Index) && four.Value.Split('.').All(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture) < 256)) yield return Span(four, MaskKind.Ip);
        }
        foreach (Match six in ManyColons().Matches(text))
        {
            if (six.Value.Length > 4 && (IPAddress.TryParse(six.Value, out _) || six.Value.Split(':') is { Length: 6 } bytes && bytes.All(part => part.Length == 2)))
                yield return Span(six, MaskKind.Ip);
        }
        foreach (Match key in Key().Matches(text))
        {
            if (key.Value.Count(char.IsDigit) >= 3 && key.Value.Any(char.IsLetter)) yield return Span(key, MaskKind.Number);
        }
    }

    private static bool IsVersion(string text, int at) =>
        text[Math.Max(0, at - 10)..at].TrimEnd().ToLowerInvariant() is var before
        && (before.EndsWith("version", StringComparison.Ordinal) || before.EndsWith("release", StringComparison.Ordinal) || before.EndsWith("build", StringComparison.Ordinal));

    private static MaskedSpan Span(Match match, string kind) => new(match.Index, match.Length, kind);

    [GeneratedRegex(@"\[[A-Z]{2,20}_[0-9]{1,6}\]", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+", RegexOptions.NonBacktracking)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?:^|\s)@[A-Za-z][\w.]{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Handle();

    [GeneratedRegex(@"(?:https?://|ftp://|www\.)[^\s<>""']+", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Url();

    [GeneratedRegex(@"\b[0-9]{1,3}(?:\.[0-9]{1,3}){3}\b", RegexOptions.NonBacktracking)]
    private static partial Regex FourBytes();

    [GeneratedRegex(@"[0-9A-Fa-f]{1,4}:[0-9A-Fa-f:]*:[0-9A-Fa-f:]{1,40}", RegexOptions.NonBacktracking)]
    private static partial Regex ManyColons();

    [GeneratedRegex(@"\b[A-Za-z0-9_-]{24,}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Key();
}
