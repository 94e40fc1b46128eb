namespace InterviewAgent.Privacy;

/// <summary>The word lists of prompts/lexicons/en/names.yaml.</summary>
internal sealed record NameLexicon(
    IReadOnlySet<string> Honorifics, IReadOnlySet<string> AddressSuffixes, IReadOnlySet<string> DoneByPeople,
    IReadOnlySet<string> DoneToPeople, IReadOnlySet<string> AlsoWords, IReadOnlySet<string> GivenNames, IReadOnlySet<string> Kept)
{
    /// <summary>Not a person's name by itself: a tool, a month, a place, a department, or a word that begins sentences.</summary>
    public bool IsWord(string word)
    {
        var bare = word.TrimEnd('\'', '’', '-');
        bare = bare.EndsWith("'s", StringComparison.Ordinal) || bare.EndsWith("’s", StringComparison.Ordinal) ? bare[..^2] : bare;
        return bare.Length < 2 || Kept.Contains(bare) || bare.Contains('\'') || bare.Contains('’');
    }

    public static string WordBefore(string text, int start)
    {
        var end = start;
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }
        var from = end;
        while (from > 0 && (char.IsLetter(text[from - 1]) || text[from - 1] == '.' && from == end))
        {
            from--;
        }
        return text[from..end];
    }

    public static string WordAfter(string text, int end)
    {
        var from = end;
        while (from < text.Length && text[from] == ' ')
        {
            from++;
        }
        var to = from;
        while (to < text.Length && char.IsLetter(text[to]))
        {
            to++;
        }
        return text[from..to];
    }
}

/// <summary>The file as written: each list as one or more lines of words, with a sentence that shows what it is for.</summary>
internal sealed class NameLexiconFile
{
    public WordList Honorifics { get; set; } = new();
    public WordList AddressSuffixes { get; set; } = new();
    public WordList DoneByPeople { get; set; } = new();
    public WordList DoneToPeople { get; set; } = new();
    public WordList AlsoWords { get; set; } = new();
    public WordList GivenNames { get; set; } = new();
    public WordList Kept { get; set; } = new();

    public NameLexicon ToLexicon() => new(
        Honorifics.ToSet(), AddressSuffixes.ToSet(), DoneByPeople.ToSet(), DoneToPeople.ToSet(), AlsoWords.ToSet(),
        GivenNames.ToSet(), Kept.ToSet());

    internal sealed class WordList
    {
        public string Example { get; set; } = "";
        public string Words { get; set; } = "";

        public HashSet<string> ToSet() =>
            [.. Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
    }
}
