namespace InterviewAgent.Privacy.Masking;

/// <summary>
/// Names that no list holds: runs of capitalised words of which one is no English word or is a given name; small-letter names after
/// "my name is" and by a known given name. A company with its legal form is left alone on the personal level.
/// </summary>
internal static class FindNames
{
    private const int MostBefore = 5;

    public static IEnumerable<MaskedSpan> In(string text, IReadOnlyList<Word> words, MaskLexicon lexicon, MaskLevel level)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (IsName(words[i], lexicon))
            {
                var (first, last) = (Left(words, i, lexicon), Right(words, i, lexicon));
                i = last;
                if (Listed(words, last, lexicon) is { } listed) yield return Span(words, listed, Right(words, listed, lexicon), MaskKind.Name);
                if (first > 1 && words[first].Gap is ',' or ' ' && words[first - 1] is var before && (words[first].Gap == ',' ? before : before.Text is "and" or "or" ? words[first - 2] : null) is { IsProper: true } other && !Stops(other, lexicon))
                    yield return new MaskedSpan(other.Start, other.Length, MaskKind.Name);
                var company = lexicon.Is("organisation_words", words[last].Text) || last + 1 < words.Count && words[last + 1].Gap is ' ' or ',' && lexicon.Is("organisation_words", words[last + 1].Text);
                if (!company || level == MaskLevel.Strict)
                    yield return Span(words, first, last, company ? MaskKind.Organisation : Kind(words, first, last, lexicon));
            }
            else if (Small(words, i, lexicon) is { } lastSmall)
            {
                yield return Span(words, i, lastSmall, MaskKind.Person);
                i = lastSmall;
            }
        }
    }

    private static bool IsName(Word word, MaskLexicon lexicon) =>
        (word.IsNameLike && !IsCountry(word, lexicon)) || word.IsCapital && !word.IsKept && lexicon.IsGivenName(word.Text) && !(lexicon.IsAlsoWord(word.Text) && word.Begins);

    private static bool IsCountry(Word word, MaskLexicon lexicon) => lexicon.Is("countries", word.Text) || lexicon.Is("nationalities", word.Text);

    private static int Left(IReadOnlyList<Word> words, int at, MaskLexicon lexicon)
    {
        var furthest = Math.Max(0, at - MostBefore);
        while (at > furthest && words[at].Gap == ' ' && (words[at - 1].IsProper && !Stops(words[at - 1], lexicon) || words[at - 1].IsCapital && lexicon.IsGivenName(words[at - 1].Text)))
        {
            at--;
        }
        return at;
    }

    private static int Right(IReadOnlyList<Word> words, int at, MaskLexicon lexicon)
    {
        while (at + 1 < words.Count)
        {
            var next = words[at + 1];
            var joined = next.Gap == ' ' || next.Gap == '·' && words[at].IsInitial;
            if (joined && (IsInitial(words, at + 1) || next.IsCapital && !next.IsKept && !Stops(next, lexicon) && (next.Shape != WordShape.AllCapitals || next.Text.Length > 5)))
            {
                at++;
            }
            else if (joined && IsParticle(next.Text) && at + 2 < words.Count && words[at + 2] is { Gap: ' ', IsCapital: true })
            {
                at += 2;
            }
            else
            {
                break;
            }
        }
        return at;
    }

    /// <summary>"patricia desrosiers" by its first word; "my name is jola" by what stands before. The last word's index, or null.</summary>
    private static int? Small(IReadOnlyList<Word> words, int i, MaskLexicon lexicon)
    {
        var word = words[i];
        if (word.Shape != WordShape.Small || word.IsKept)
        {
            return null;
        }
        var capitalised = char.ToUpperInvariant(word.Text[0]) + word.Text[1..];
        var known = word.Text.Length >= 4 && !word.IsCommon && lexicon.IsGivenName(capitalised) && !lexicon.IsKept(capitalised);
        var introduced = !word.IsCommon && word.Gap == ' ' && i > 0 && (lexicon.Is("name_phrases", words[i - 1].Text)
            || i > 1 && lexicon.Is("name_phrases", $"{words[i - 2].Text} {words[i - 1].Text}"));
        if (!known && !introduced)
        {
            return null;
        }
        while (i + 1 < words.Count && words[i + 1] is { Gap: ' ', Shape: WordShape.Small, IsCommon: false, IsKept: false })
        {
            i++;
        }
        return i;
    }

    private static string Kind(IReadOnlyList<Word> words, int first, int last, MaskLexicon lexicon) =>
        Enumerable.Range(first, last - first + 1).Any(i => lexicon.IsGivenName(words[i].Text)) || first > 0 && lexicon.IsHonorific(words[first - 1].Text)
            ? MaskKind.Person : MaskKind.Name;

    // "I" and "A" are words unless a full stop follows.
    private static bool IsInitial(IReadOnlyList<Word> words, int i) =>
        words[i].IsInitial && (words[i].Text is not ("I" or "A") || i + 1 < words.Count && words[i + 1] is { Gap: '·', IsCapital: true });

    /// <summary>A capitalised word in a list with a name: "Kónya, Becker and Vasquez". The index of the word, or null.</summary>
    private static int? Listed(IReadOnlyList<Word> words, int i, MaskLexicon lexicon)
    {
        var next = i + 1 < words.Count && words[i + 1] is { Gap: ' ', Text: "and" or "or" } ? i + 2 : i + 1;
        return next < words.Count && (next == i + 2 || words[next].Gap == ',') && words[next].IsProper && !Stops(words[next], lexicon)
            && !words[next].IsNameLike ? next : null;
    }

    private static bool Stops(Word word, MaskLexicon lexicon) => lexicon.IsHonorific(word.Text) || IsCountry(word, lexicon);
    private static bool IsParticle(string word) => word is "de" or "da" or "van" or "von" or "bin" or "al" or "el" or "di" or "du" or "dos" or "la" or "le" or "der" or "den" or "of";
    private static MaskedSpan Span(IReadOnlyList<Word> words, int first, int last, string kind) => new(words[first].Start, words[last].End - words[first].Start, kind);
}
