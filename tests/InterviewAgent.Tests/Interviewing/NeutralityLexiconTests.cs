using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Wording;

namespace InterviewAgent.Tests.Interviewing;

public class NeutralityLexiconTests
{
    private static readonly string Folder = Path.Combine(Gate.Prompts, "lexicons", "en", "neutrality");

    [Fact]
    public void Every_phrase_finds_its_own_example()
    {
        var silent = new List<string>();
        foreach (var (name, file) in Files())
        {
            var classes = file.Classes.ToDictionary(entry => entry.Key, entry => entry.Value.Split(' '));
            foreach (var entry in file.Phrases.Concat(file.Except).Concat(file.Groups.Values.SelectMany(group => group)))
            {
                var set = new PhraseSet(PhraseParser.Parse(Gate.Real.Lexicon.WithoutShortForms(entry.Match), classes), []);
                var read = new DraftReading(entry.Example, DraftContext.ForTranscript([], []), Gate.Real.Lexicon);
                if (set.Matches(read.Tokens, read.StartsClause, read.StartsSentence).Count == 0)
                {
                    silent.Add($"{name}: {entry.Match} does not find \"{entry.Example}\"");
                }
            }
        }

        Assert.True(silent.Count == 0, string.Join('\n', silent));
    }

    [Fact]
    public void Every_list_says_which_rule_reads_it_and_why() =>
        Assert.All(Files(), file => Assert.True(file.File.Rule.Length > 0 && file.File.Why.Length > 0, file.Name));

    [Fact]
    public void A_broken_list_is_refused_with_file_and_line()
    {
        var broken = Assert.Throws<FormatException>(() => NeutralityLexicon.Parse("praise", "rule: R5\nphrases: {oh"));
        Assert.Contains("praise.yaml, line", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var missing = Assert.Throws<FormatException>(() => NeutralityGate.Load("/nowhere"));
        Assert.Contains("/nowhere", missing.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, LexiconFile File)> Files() =>
        NeutralityLexicon.ReadFiles(Folder).Select(file => (file.Name, NeutralityLexicon.Parse(file.Name, file.Text)));
}
