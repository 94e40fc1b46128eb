using System.Text;
using System.Text.Json;

namespace InterviewAgent.Privacy;

/// <summary>One call's placeholders: the same words get the same placeholder in every text, and only what was masked here is put back.</summary>
public sealed class Redaction
{
    private readonly Redactor redactor;
    private readonly KnownPeople people;
    private readonly MaskLevel level;
    private readonly Dictionary<string, string> placeholders = new(StringComparer.Ordinal);
    private readonly List<(string Placeholder, string Words)> originals = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    internal Redaction(Redactor redactor, KnownPeople people, MaskLevel level) => (this.redactor, this.people, this.level) = (redactor, people, level);

    /// <summary>The text with "[PERSON_1]" and the like; numbers go by first appearance, so an unchanged beginning stays unchanged.</summary>
    public string Mask(string text) => Mask(text, level);

    /// <summary>Words of ours (a system message): nothing is taken for a name because of its form.</summary>
    public string MaskOwn(string text) => Mask(text, MaskLevel.Known);

    private string Mask(string text, MaskLevel level)
    {
        ArgumentNullException.ThrowIfNull(text);
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var span in redactor.Spans(text, people, level))
        {
            masked.Append(text, at, span.Start - at).Append(Placeholder(span.Kind, text.Substring(span.Start, span.Length)));
            at = span.End;
        }
        return masked.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>A free text with the words put back.</summary>
    public string Restore(string text) => Replace(text, words => words);

    /// <summary>JSON with the words put back as JSON writes them.</summary>
    public string RestoreJson(string json) => Replace(json, words => JsonEncodedText.Encode(words).ToString());

    // In one pass: what was put back is never searched, so words that look like a placeholder stay as they were said.
    private string Replace(string text, Func<string, string> written)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (originals.Count == 0 || !text.Contains('[', StringComparison.Ordinal))
        {
            return text;
        }
        var restored = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var found = text[at] == '[' ? originals.Find(one => string.CompareOrdinal(text, at, one.Placeholder, 0, one.Placeholder.Length) == 0) : default;
            if (found.Placeholder is null)
            {
                restored.Append(text[at++]);
                continue;
            }
            restored.Append(written(found.Words));
            at += found.Placeholder.Length;
        }
        return restored.ToString();
    }

    /// <summary>Words masked inside JSON, such as an address over two lines, without its escapes.</summary>
    private static string Plain(string words) => !words.Contains('\\', StringComparison.Ordinal) ? words
        : words.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\r", "\r", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal);

    private string Placeholder(string kind, string words)
    {
        if (!placeholders.TryGetValue(words, out var placeholder))
        {
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            placeholder = FormattableString.Invariant($"[{kind}_{counts[kind]}]");
            placeholders[words] = placeholder;
            originals.Add((placeholder, Plain(words)));
        }
        return placeholder;
    }
}
