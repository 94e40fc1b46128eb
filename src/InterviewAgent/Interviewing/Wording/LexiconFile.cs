namespace InterviewAgent.Interviewing.Wording;

/// <summary>One word list as written in YAML. Every entry has an example, and a test that the entry finds it.</summary>
internal sealed class LexiconFile
{
    /// <summary>Rules that read the list, for people.</summary>
    public string Rule { get; set; } = "";
    public string Why { get; set; } = "";

    /// <summary>Named groups of words, separated by spaces, for <c>{name}</c> in phrases.</summary>
    public Dictionary<string, string> Classes { get; set; } = [];
    public List<Entry> Phrases { get; set; } = [];

    /// <summary>Phrases in named groups, each a list of its own ("first-turn.ai").</summary>
    public Dictionary<string, List<Entry>> Groups { get; set; } = [];

    /// <summary>Where a phrase is found and nothing is wrong.</summary>
    public List<Entry> Except { get; set; } = [];

    /// <summary>Plain words and word pairs ("do not": what a key is read as).</summary>
    public List<WordGroup> Words { get; set; } = [];
    public Dictionary<string, string> Pairs { get; set; } = [];

    public sealed class Entry
    {
        public string Match { get; set; } = "";
        public string Example { get; set; } = "";
    }

    public sealed class WordGroup
    {
        public string Words { get; set; } = "";
        public string Example { get; set; } = "";
    }
}
