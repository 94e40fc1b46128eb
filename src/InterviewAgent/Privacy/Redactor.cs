using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace InterviewAgent.Privacy;

/// <summary>Masks personal data before words leave for a model, and puts it back into what comes.</summary>
public sealed partial class Redactor
{
    private readonly NameOverlay names;

    internal Redactor(NameOverlay names) => this.names = names;

    /// <summary>Begins one call: all its texts share their placeholders.</summary>
    public Redaction Begin(KnownPeople people) => new(this, people);

    internal IEnumerable<(int Start, int Length, string Kind)> Find(string text, KnownPeople people)
    {
        foreach (Match mail in Mail().Matches(text))
        {
            yield return (mail.Index, mail.Length, "EMAIL");
        }
        foreach (var mark in names.Find(text, new KnownNames(null, people.Names, people.Kept)))
        {
            yield return (mark.Start, mark.Length, "PERSON");
        }
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.NonBacktracking)]
    private static partial Regex Mail();
}

/// <summary>Who is known around a text, and which words are none of theirs.</summary>
/// <param name="Names">Full names of people, as the account has them.</param>
/// <param name="Kept">Words of products and companies, which stay.</param>
public sealed record KnownPeople(IReadOnlyList<string> Names, IReadOnlySet<string> Kept)
{
    public static KnownPeople Nobody { get; } = new([], new HashSet<string>());

    /// <summary>The account's respondents; the words of its name, product and promises are kept, and <paramref name="alsoKept"/> (the vendor).</summary>
    public static KnownPeople Of(Accounts.Account account, params IEnumerable<string> alsoKept)
    {
        ArgumentNullException.ThrowIfNull(account);
        return new([.. account.Respondents.Select(person => person.Name).OfType<string>()],
            KeptWords.Of(account).Concat(alsoKept.SelectMany(words => words.Split(' '))).ToHashSet(StringComparer.Ordinal));
    }
}

/// <summary>One call's placeholders: the same words get the same placeholder in every text, and only what was masked here is put back.</summary>
public sealed class Redaction
{
    private readonly Redactor redactor;
    private readonly KnownPeople people;
    private readonly Dictionary<string, string> placeholders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> originals = new(StringComparer.Ordinal);

    internal Redaction(Redactor redactor, KnownPeople people) => (this.redactor, this.people) = (redactor, people);

    public string Mask(string text)
    {
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (start, length, kind) in redactor.Find(text, people).OrderBy(mark => mark.Start).ThenByDescending(mark => mark.Length))
        {
            if (start < at)
            {
                continue;
            }
            masked.Append(text, at, start - at).Append(Placeholder(kind, text.Substring(start, length)));
            at = start + length;
        }
        return masked.Append(text, at, text.Length - at).ToString();
    }

    public string Restore(string text) => originals.Aggregate(text, (now, pair) => now.Replace(pair.Key, pair.Value, StringComparison.Ordinal));

    public string RestoreJson(string json) =>
        originals.Aggregate(json, (now, pair) => now.Replace(pair.Key, JsonEncodedText.Encode(pair.Value).ToString(), StringComparison.Ordinal));

    private string Placeholder(string kind, string words)
    {
        if (!placeholders.TryGetValue(words, out var placeholder))
        {
            placeholder = FormattableString.Invariant($"[{kind}_{placeholders.Values.Count(used => used.StartsWith($"[{kind}_", StringComparison.Ordinal)) + 1}]");
            placeholders[words] = placeholder;
            originals[placeholder] = words;
        }
        return placeholder;
    }
}
