using System.Text.RegularExpressions;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Interviewing.Intents;

/// <summary>The patterns of prompts/lexicons/en/intents.yaml, compiled; the order of the file is the order of precedence.</summary>
public sealed class IntentLexicon
{
    private static readonly TimeSpan NoTimeout = Regex.InfiniteMatchTimeout; // NonBacktracking is linear.

    private readonly string[] fillers;

    private IntentLexicon(
        IReadOnlyList<IntentPattern> patterns, IReadOnlyDictionary<Privacy.Visibility, Regex> visibilities, string[] fillers) =>
        (Patterns, Visibilities, this.fillers) = (patterns, visibilities, fillers);

    internal IReadOnlyList<IntentPattern> Patterns { get; }
    internal IReadOnlyDictionary<Privacy.Visibility, Regex> Visibilities { get; }

    public static IntentLexicon Load(string promptsFolder)
    {
        var path = Path.Combine(promptsFolder, "lexicons", "en", "intents.yaml");
        var file = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build()
            .Deserialize<LexiconFile>(File.ReadAllText(path));
        string Expand(string pattern) => file.Fragments.Aggregate(pattern, (text, fragment) =>
            text.Replace("<" + fragment.Key + ">", "(?:" + fragment.Value + ")", StringComparison.Ordinal));
        return new IntentLexicon(
            file.Intents.ConvertAll(entry => new IntentPattern(entry, Compile(entry.Scope switch
            {
                Scope.Whole => $"^(?:{Expand(entry.Pattern)})$",
                _ => $"(?:^| )(?:{Expand(entry.Pattern)})(?: |$)",
            }))),
            file.Visibilities.ToDictionary(entry => entry.Key, entry => Compile($"(?:^| )(?:{entry.Value})(?: |$)")),
            [.. file.Fillers.Split('|').Select(filler => filler.Trim())]);
    }

    /// <summary>"ok please skip this one thanks" is "skip this one".</summary>
    internal string WithoutFillers(string whole)
    {
        for (var before = -1; before != whole.Length;)
        {
            before = whole.Length;
            foreach (var filler in fillers)
            {
                if (whole.StartsWith(filler + " ", StringComparison.Ordinal))
                    whole = whole[(filler.Length + 1)..];
                if (whole.EndsWith(" " + filler, StringComparison.Ordinal))
                    whole = whole[..^(filler.Length + 1)];
            }
        }
        return whole;
    }

    private static Regex Compile(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, NoTimeout);

    internal sealed class LexiconFile
    {
        public string Fillers { get; set; } = "";
        public Dictionary<string, string> Fragments { get; set; } = [];
        public Dictionary<Privacy.Visibility, string> Visibilities { get; set; } = [];
        public List<Entry> Intents { get; set; } = [];
    }

    internal sealed class Entry
    {
        public Intent Intent { get; set; }
        public Scope Scope { get; set; }

        /// <summary>Words of the whole message above which it is an answer that merely contains the pattern; 0: no limit.</summary>
        public int UpTo { get; set; }

        /// <summary>True: only where the sentence is a question.</summary>
        public bool Question { get; set; }

        /// <summary>After which questions it counts; empty: after every one.</summary>
        public List<Asked> When { get; set; } = [];
        public string Pattern { get; set; } = "";
        public List<string> Examples { get; set; } = [];
        public List<string> Not { get; set; } = [];
    }

    /// <summary>Whole: the message beside fillers. Sentence: somewhere in one sentence. Both are cut by <see cref="Entry.UpTo"/>.</summary>
    internal enum Scope { Whole, Sentence }
}

internal sealed record IntentPattern(IntentLexicon.Entry Entry, Regex Regex)
{
    internal bool Matches(Message message, string core, Asked asked)
    {
        if (Entry.UpTo > 0 && message.Words > Entry.UpTo || !Counts(asked))
            return false;
        return Entry.Scope == IntentLexicon.Scope.Whole
            ? (!Entry.Question || message.IsQuestion) && (Regex.IsMatch(message.Whole) || core.Length > 0 && Regex.IsMatch(core))
            : message.Sentences.Any(sentence => (!Entry.Question || sentence.IsQuestion) && Regex.IsMatch(sentence.Text));
    }

    /// <summary>What counts after any question counts after the last ones, except what ends an interview by saying "that's all".</summary>
    private bool Counts(Asked asked) => Entry.When.Count == 0 || Entry.When.Contains(asked)
        || asked == Asked.Rest && Entry.When.Contains(Asked.Question) && Entry.Intent != Intent.Stop
        || asked == Asked.Unseen && Entry.When.Contains(Asked.Question);
}
