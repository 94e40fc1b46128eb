namespace InterviewAgent.Privacy.Masking;

/// <summary>
/// Postal addresses: a street (a word for one, or a name beside a house number), with what hangs on to it: numbers, flats, towns and codes,
/// on the same line or the next.
/// </summary>
internal static class FindAddresses
{
    private const int MostWords = 14;

    public static IEnumerable<MaskedSpan> In(string text, IReadOnlyList<Word> words, MaskLexicon lexicon)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (Core(words, i, lexicon) is not { } core)
            {
                continue;
            }
            var first = Left(words, core.First, lexicon);
            var last = Right(words, core.Last, lexicon);
            yield return new MaskedSpan(words[first].Start, words[last].End - words[first].Start, MaskKind.Address);
            i = last;
        }
    }

    /// <summary>The part by which an address is known, as indices of its words; null: none begins here.</summary>
    private static (int First, int Last)? Core(IReadOnlyList<Word> words, int i, MaskLexicon lexicon)
    {
        var word = words[i];
        if (Follows(words, i + 1, lexicon) && words[i + 1].IsNumber)
        {
            var number = words[i + 1].Text;
            if (lexicon.Is("unit_words", Capitalised(word)) && (number.Length > 1 || NumberBefore(words, i)) || Capitalised(word) == "Unit" && number.Length >= 3) return (i, i + 1);
            if (lexicon.Is("post_words", word.Text.ToUpperInvariant())) return (i, i + 1);
            if (word is { Shape: WordShape.Small, IsCommon: false } && NumberBefore(words, i)) return (i, i + 1);
            if (word.IsNameLike is false && i > 0 && words[i - 1].IsNameLike && Follows(words, i, lexicon) && lexicon.Is("street_abbreviations", word.Text)) return (i - 1, i + 1);
            // "Puruntie 82"; a year or a version behind a product's name is none.
            if ((word.IsNameLike || HasStreetEnding(word, lexicon)) && !IsYear(number) && number.Length <= 4) return (i, i + 1);
        }
        if (lexicon.Is("post_words", word.Text.ToUpperInvariant()) && Follows(words, i + 1, lexicon) && !words[i + 1].IsCommon ||
            lexicon.Is("post_words", word.Text) && Follows(words, i + 1, lexicon) && words[i + 1].IsCapital)
        {
            return (i, i + 1);
        }
        if (word.IsCapital && lexicon.Is("street_words", word.Text))
        {
            // "Elm Street", "Rue de Virton": a capitalised word beside, and no sentence that begins "Way …".
            if (i > 0 && word.Gap == ' ' && words[i - 1] is { IsCapital: true, IsKept: false, Begins: false } or { IsNameLike: true } && !lexicon.IsHonorific(words[i - 1].Text)) return (i - 1, i);
            if (i > 0 && word.Gap == ' ' && words[i - 1].IsCapital && NumberBefore(words, i - 1)) return (i - 1, i);
            if (IsRomance(word.Text) && Follows(words, i + 1, lexicon)) return (i, i + 1);
        }
        // "Finland 11507": a code behind a country.
        if (lexicon.Is("countries", word.Text) && i + 1 < words.Count && words[i + 1] is { Gap: ' ', IsNumber: true, Length: 5 }) return (i, i + 1);
        if (word.IsCapital && i > 1 && word.Gap == ' ' && lexicon.Is("weak_street_words", word.Text) && words[i - 1].IsCapital && NumberBefore(words, i - 1)) return (i - 1, i);
        return null;
    }

    private static int Left(IReadOnlyList<Word> words, int at, MaskLexicon lexicon)
    {
        var furthest = Math.Max(0, at - MostWords);
        while (at > furthest && words[at].Gap is ' ' or '\t' or '\n' or ',' && IsPartBefore(words, at - 1, lexicon))
        {
            at--;
        }
        return at;
    }

    private static bool IsPartBefore(IReadOnlyList<Word> words, int i, MaskLexicon lexicon)
    {
        var word = words[i];
        var joined = words[i + 1].Gap is ' ' or '\t';
        return word.IsNumber && word.Length <= 6
            || joined && (word.IsNameLike || word is { IsCapital: true, Begins: false, IsKept: false } && !lexicon.IsHonorific(word.Text) || IsParticle(word.Text) || IsRomance(word.Text) || HasStreetEnding(word, lexicon));
    }

    private static int Right(IReadOnlyList<Word> words, int at, MaskLexicon lexicon)
    {
        var end = at;
        for (var i = at + 1; i < words.Count && i - at <= MostWords && (words[i].Gap is '\n' or ',' || Follows(words, i, lexicon) || words[i] is { Gap: '·', IsNumber: true }); i++)
        {
            var word = words[i];
            if (IsPart(words, i, lexicon))
            {
                end = i;
            }
            else if (word.Gap == '\n' && LineOfNames(words, i) is { } last)
            {
                end = i = last;
            }
            else if (!(IsParticle(word.Text) || word.Text is "nan" or "and" || lexicon.Is("street_abbreviations", word.Text)))
            {
                break;
            }
        }
        return end;
    }

    private static bool IsPart(IReadOnlyList<Word> words, int i, MaskLexicon lexicon)
    {
        var word = words[i];
        return word.IsNumber && word.Length <= 6 || word.IsNameLike || lexicon.Is("countries", word.Text) || Country(words, i, lexicon)
            || word.Shape == WordShape.AllCapitals && word.Text.Length > 1
            || lexicon.Is("unit_words", Capitalised(word)) && i + 1 < words.Count && words[i + 1].IsNumber
            || word.IsCapital && (lexicon.Is("street_words", word.Text) || lexicon.Is("post_words", word.Text))
            || word is { IsCapital: true, IsKept: false, Begins: false } && word.Gap is ' ' or ',';
    }

    /// <summary>A line of at most four capitalised words and numbers, without a colon behind it ("Mobile:"): a town, a state, a code.</summary>
    private static int? LineOfNames(IReadOnlyList<Word> words, int first)
    {
        var i = first;
        while (i < words.Count && i - first < 4 && (words[i].IsCapital || words[i].IsNumber || IsParticle(words[i].Text)) && (i == first || words[i].Gap == ' '))
        {
            i++;
        }
        return i > first && (i == words.Count || words[i].Gap is '\n' or ',') ? i - 1 : null;
    }

    private static bool Country(IReadOnlyList<Word> words, int i, MaskLexicon lexicon) =>
        i + 1 < words.Count && lexicon.Is("countries", $"{words[i].Text} {words[i + 1].Text}") || i > 0 && lexicon.Is("countries", $"{words[i - 1].Text} {words[i].Text}");

    private static string Capitalised(Word word) => char.ToUpperInvariant(word.Text[0]) + word.Text[1..];

    /// <summary>On the same line, where an abbreviation's full stop ("Apt. 4", "Király u. 15") is none.</summary>
    private static bool Follows(IReadOnlyList<Word> words, int i, MaskLexicon lexicon) =>
        i < words.Count && (words[i].Gap is ' ' or '\t' || words[i].Gap == '·' && i > 0 && IsAbbreviated(words[i - 1], lexicon));

    private static bool IsAbbreviated(Word word, MaskLexicon lexicon) =>
        lexicon.Is("street_abbreviations", word.Text) || word.Text.Length <= 4 && (lexicon.Is("unit_words", Capitalised(word)) || lexicon.Is("street_words", word.Text));
    private static bool NumberBefore(IReadOnlyList<Word> words, int i) => i > 0 && words[i].Gap is ' ' or '\t' or ',' or '\n' && i > 0 && words[i - 1].IsNumber;
    private static bool IsYear(string number) => number.Length == 4 && number[..2] is "19" or "20";
    private static bool IsRomance(string word) => word is "Rue" or "Via" or "Calle" or "Avenida" or "Rua" or "Plaza" or "Piazza" or "Corso" or "Viale" or "Avenue" or "Allee" or "Boulevard";
    private static bool IsParticle(string word) => word is "de" or "la" or "du" or "des" or "da" or "do" or "della" or "di" or "del" or "el" or "al" or "den" or "der" or "am" or "van" or "von" or "of" or "the" or "s";

    private static bool HasStreetEnding(Word word, MaskLexicon lexicon) =>
        word.IsCapital && word.Text.Length > 5 && lexicon.List("street_endings").Any(ending => word.Text.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) && !word.IsCommon;
}
