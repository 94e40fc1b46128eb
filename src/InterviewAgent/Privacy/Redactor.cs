using InterviewAgent.Privacy.Masking;

namespace InterviewAgent.Privacy;

/// <summary>
/// Masks personal data before words leave for a model, and puts it back into what comes. Found are contacts, numbers and addresses by
/// their form; names from the account's own list; other names as capitalised words that are no words. It rather masks a word too many.
/// </summary>
public sealed class Redactor
{
    private readonly MaskLexicon lexicon;
    private readonly NameOverlay names;

    private Redactor(MaskLexicon lexicon, NameOverlay names) => (this.lexicon, this.names) = (lexicon, names);

    /// <summary>Reads lexicons/en/personal-data.yaml, names.yaml and models/words of the prompts folder.</summary>
    public static Redactor Load(string promptsFolder) => new(MaskLexicon.Load(promptsFolder), NameOverlay.Load(promptsFolder));

    /// <summary>Begins one call: all its texts share their placeholders.</summary>
    public Redaction Begin(KnownPeople people, MaskLevel level = MaskLevel.Personal) => new(this, people, level);

    /// <summary>What would be masked, in order and without overlap.</summary>
    public IReadOnlyList<MaskedSpan> Spans(string text, KnownPeople people, MaskLevel level = MaskLevel.Personal)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(people);
        text = WithoutEscapes(text);
        var words = ReadWords.Of(text, lexicon, people.Kept);
        // Of two at one place the earlier finder names the kind.
        List<MaskedSpan> found = [.. FindContacts.In(text), .. FindNumbers.In(text, words, lexicon)];
        if (level == MaskLevel.Known)
        {
            found.AddRange(FindKnown.In(words, people));
            return Merge(found);
        }
        found.AddRange(names.Find(text, new KnownNames(null, people.Names, people.Kept)).Where(mark => mark.ShownAs != "[contact]" && !IsNobody(words, mark, people))
            .Select(mark => new MaskedSpan(mark.Start, mark.Length, MaskKind.Person)));
        found.AddRange(FindAddresses.In(text, words, lexicon));
        found.AddRange(FindNames.In(text, words, lexicon, level));
        if (level == MaskLevel.Strict)
        {
            found.AddRange(FindQuasi.In(text, words, lexicon));
        }
        found.AddRange(FindAgain.In(words, found));
        return Merge(found);
    }

    /// <summary>
    /// "Number is …", "Estonia joined …": to a reader any subject of such a verb may be a person; here an English word that begins a
    /// sentence is that word, and a country is a country. A name that the account has is a name.
    /// </summary>
    private bool IsNobody(List<Word> words, NameMark mark, KnownPeople people) =>
        ReadWords.At(words, mark.Start) is { } first && first.End >= mark.Start + mark.Length - 2
        && (first is { Begins: true, IsCommon: true } && !lexicon.IsGivenName(first.Text) || lexicon.Is("countries", first.Text) || lexicon.Is("nationalities", first.Text))
        && !people.Names.Any(name => name.Contains(first.Text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Prompts hold texts as JSON: "\nWouter" is a line break and a name, not a word that begins with n. As many characters as before.</summary>
    private static string WithoutEscapes(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }
        var plain = text.ToCharArray();
        for (var i = 0; i + 1 < plain.Length; i++)
        {
            if (plain[i] == '\\' && plain[i + 1] is 'n' or 'r' or 't' or '"' or '\\')
            {
                plain[i + 1] = plain[i + 1] is 'n' or 'r' ? '\n' : plain[i + 1] == '"' ? '"' : ' ';
                plain[i++] = ' ';
            }
        }
        return new string(plain);
    }

    private static List<MaskedSpan> Merge(List<MaskedSpan> found)
    {
        var kept = new List<MaskedSpan>();
        foreach (var (span, rank) in found.Select((span, rank) => (span, rank)).OrderBy(one => one.span.Start).ThenBy(one => one.rank))
        {
            if (kept.Count == 0 || span.Start >= kept[^1].End)
            {
                kept.Add(span);
            }
            else if (span.End > kept[^1].End)
            {
                kept[^1] = kept[^1] with { Length = span.End - kept[^1].Start };
            }
        }
        return kept;
    }
}

/// <summary>How much is masked.</summary>
public enum MaskLevel
{
    /// <summary>For words of our own, which name nobody: the account's names, contacts and numbers, should they stand there after all.</summary>
    Known,

    /// <summary>What points at a person: names, contacts, addresses, numbers that identify.</summary>
    Personal,

    /// <summary>Also what narrows a person down: organisations, places, nationalities, dates, ages, forms of address.</summary>
    Strict,
}

/// <summary>Characters of a text that are masked, and the kind that their placeholder names.</summary>
public readonly record struct MaskedSpan(int Start, int Length, string Kind)
{
    public int End => Start + Length;
}
