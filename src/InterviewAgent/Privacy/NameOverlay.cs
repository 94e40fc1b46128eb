using System.Text.RegularExpressions;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Privacy;

/// <summary>
/// Finds people's names in a respondent's words, so that a viewer reads "[a colleague]". Known are the account's respondents;
/// others are taken for people by a given name, a form of address, or what is said of them ("Wouter finished"). Words that the
/// account's promises, its own name or the product use are kept. It rather hides a name too many than one too few, but it is no
/// guarantee: the consent turn says that in a small account people may be recognised.
/// </summary>
public sealed partial class NameOverlay
{
    private const string Colleague = "[a colleague]";
    private const string Speaker = "[the respondent]";
    private const string Contact = "[contact]";
    private const string Company = "[the company]";

    private readonly NameLexicon lexicon;

    internal NameOverlay(NameLexicon lexicon) => this.lexicon = lexicon;

    /// <summary>Reads lexicons/en/names.yaml of the prompts folder.</summary>
    public static NameOverlay Load(string promptsFolder)
    {
        ArgumentNullException.ThrowIfNull(promptsFolder);
        using var file = File.OpenText(Path.Combine(promptsFolder, "lexicons", "en", "names.yaml"));
        return new NameOverlay(new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance)
            .Build().Deserialize<NameLexiconFile>(file).ToLexicon());
    }

    internal IReadOnlyList<NameMark> Find(string text, KnownNames known)
    {
        // The known ones first: of two marks at one place the first is kept.
        var marks = new List<NameMark>();
        foreach (var name in known.Colleagues.Append(known.Speaker).OfType<string>())
        {
            marks.AddRange(Mentions(text, name, name == known.Speaker ? Speaker : Colleague));
        }
        if (known.Company is { } company)
        {
            marks.AddRange(CompanyIn(text, company));
        }
        foreach (Match contact in Contacts().Matches(text))
        {
            marks.Add(new NameMark(contact.Index, contact.Length, Contact));
        }
        foreach (Match run in CapitalisedRun().Matches(text))
        {
            if (PersonIn(text, run, known) is { } mark)
            {
                marks.Add(mark);
            }
        }
        return WithoutOverlap(marks);
    }

    private NameMark? PersonIn(string text, Match run, KnownNames known)
    {
        var words = run.Value.Split([' ', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);
        var skipped = words.TakeWhile(word => !IsNamePart(word, known)).Sum(word => word.Length + 1);
        if (skipped >= run.Length)
        {
            return null;
        }
        var (start, length) = (run.Index + skipped, run.Length - skipped);
        var first = words.First(word => IsNamePart(word, known));
        var before = NameLexicon.WordBefore(text, start);
        var after = NameLexicon.WordAfter(text, start + length);
        var begins = BeginsSentence(text, start);
        var person = lexicon.Honorifics.Contains(before.TrimEnd('.'))
            || lexicon.AddressSuffixes.Contains(after)
            || run.Value.Contains('-') && lexicon.AddressSuffixes.Contains(run.Value[(run.Value.LastIndexOf('-') + 1)..])
            || lexicon.GivenNames.Contains(first) && !lexicon.AlsoWords.Contains(first)
            || lexicon.DoneByPeople.Contains(after) && !(begins && first.Length < 3) && !lexicon.IsWord(first)
            || !begins && lexicon.DoneToPeople.Contains(before);
        return person ? new NameMark(start, length, Colleague) : null;
    }

    private bool IsNamePart(string word, KnownNames known) =>
        !lexicon.IsWord(word) && !known.Kept.Contains(word) && word.Any(char.IsLower) && !lexicon.Honorifics.Contains(word);

    /// <summary>A known name, whole or by one of its parts of three letters or more, however it is capitalised.</summary>
    private IEnumerable<NameMark> Mentions(string text, string name, string shownAs)
    {
        var parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => part.Length >= 3 && !lexicon.Honorifics.Contains(part.TrimEnd('.'))).Append(name);
        foreach (var part in parts)
        {
            var lowerToo = part.Length >= 4 && !lexicon.AlsoWords.Contains(part);
            for (var at = 0; (at = text.IndexOf(part, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += part.Length)
            {
                if (IsWholeWord(text, at, part.Length) && (lowerToo || char.IsUpper(text[at])))
                {
                    yield return new NameMark(at, part.Length, shownAs);
                }
            }
        }
    }

    /// <summary>The whole name however it is written, and its parts where they are capitalised and no plain word of the language.</summary>
    private IEnumerable<NameMark> CompanyIn(string text, string company)
    {
        foreach (var part in company.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= 4 && !lexicon.IsWord(part)).Append(company))
        {
            for (var at = 0; (at = text.IndexOf(part, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += part.Length)
            {
                if (IsWholeWord(text, at, part.Length) && (part.Length == company.Length || char.IsUpper(text[at])))
                {
                    yield return new NameMark(at, part.Length, Company);
                }
            }
        }
    }

    private static bool IsWholeWord(string text, int start, int length) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1]))
        && (start + length == text.Length || !char.IsLetterOrDigit(text[start + length]));

    private static bool BeginsSentence(string text, int start)
    {
        var at = start - 1;
        while (at >= 0 && (char.IsWhiteSpace(text[at]) || text[at] is '"' or '\'' or '(' or '\u201c' or '\u2018'))
        {
            at--;
        }
        return at < 0 || text[at] is '.' or '!' or '?' or ':' or '\n' or '…';
    }

    private static List<NameMark> WithoutOverlap(List<NameMark> marks)
    {
        var kept = new List<NameMark>();
        foreach (var mark in marks.OrderBy(mark => mark.Start).ThenByDescending(mark => mark.Length))
        {
            if (kept.Count == 0 || mark.Start >= kept[^1].Start + kept[^1].Length)
            {
                kept.Add(mark);
            }
            else if (mark.Start + mark.Length > kept[^1].Start + kept[^1].Length)
            {
                kept[^1] = kept[^1] with { Length = mark.Start + mark.Length - kept[^1].Start };
            }
        }
        return kept;
    }

    [GeneratedRegex(@"\p{Lu}[\p{L}'’-]*(?:[ \u00a0](?:(?:de|da|van|von|bin|al|el|di|du)[ ])?\p{Lu}[\p{L}'’-]*){0,4}", RegexOptions.NonBacktracking)]
    private static partial Regex CapitalisedRun();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[\w.-]+|\+?\d[\d ()/-]{7,}\d", RegexOptions.NonBacktracking)]
    private static partial Regex Contacts();
}

/// <summary>What is known of one interview's names.</summary>
/// <param name="Speaker">The respondent, where their name may not be shown; null: unknown or allowed.</param>
/// <param name="Kept">Words of the product, the company and its promises: not people.</param>
/// <param name="Company">The account's name, where the viewer may not know whose words they read; null: it stays.</param>
internal sealed record KnownNames(string? Speaker, IReadOnlyList<string> Colleagues, IReadOnlySet<string> Kept, string? Company = null);
