using InterviewAgent.Analysis;
using InterviewAgent.Evals.Sets;

namespace InterviewAgent.Tests.Evals.Sets;

public sealed class LintSetsTests
{
    private const string Description = "name: s\nformat: items\nlicence: own\nwhat: a set\nlabelled: by hand\nlabels: [held, changed]\n";

    [Fact]
    public void The_sets_that_ship_have_nothing_to_complain_of() =>
        Assert.Empty(new LintSets(Codebook.Load(Checkout.Prompts), InterviewAgent.Prompts.PromptLibrary.Load(Checkout.Prompts)).Run(Path.Combine(Checkout.Evals, "sets")).Complaints);

    [Theory]
    [InlineData("""{"id": "a", "text": "x", "codes": ["made.up"]}""", "made.up is not in the codebook")]
    [InlineData("""{"text": "x", "codes": []}""", "no object with an \"id\"")]
    [InlineData("not json", "invalid")]
    [InlineData("""{"id": "a", "asked": "Question", "text": "x", "intent": "Shrug"}""", "could not be converted")]
    [InlineData("""{"id": "a", "turns": [{"speaker": "interviewer", "text": "Hm?"}], "turn": 1, "rules": ["R99"], "notes": "n"}""", "R99 is no rule")]
    [InlineData("""{"id": "a", "turns": [{"speaker": "participant", "text": "Hm?"}], "turn": 1, "rules": [], "notes": "n"}""", "not the interviewer's")]
    [InlineData("""{"id": "a", "turns": [{"speaker": "interviewer", "text": "Hm?"}], "turn": 1, "rules": []}""", "no notes")]
    [InlineData("""{"id": "a", "label": "kept", "notes": "n"}""", "kept is none of the labels")]
    [InlineData("""{"id": "a", "label": "held"}""", "no notes")]
    [InlineData("""{"id": "a", "text": "Ask Ann.", "spans": [{"type": "PERSON", "start": 3, "end": 7, "value": "Ann"}], "notes": "n"}""", "stands \" Ann\"")]
    [InlineData("""{"id": "a", "text": "Ann", "spans": [{"type": "PERSON", "start": 0, "end": 4, "value": "Ann"}], "notes": "n"}""", "outside the text")]
    public void Each_fault_is_named(string line, string problem)
    {
        var complaint = Assert.Single(Lint(line));
        Assert.Contains(problem, complaint.Problem, StringComparison.Ordinal);
        Assert.EndsWith("items.jsonl line 1", complaint.Place, StringComparison.Ordinal);
    }

    [Fact]
    public void Doubles_are_named_by_id_and_by_words()
    {
        const string one = """{"id": "a", "text": "the same", "codes": []}""";
        Assert.Equal(["the id a stands twice", "a says the same as a"], Lint(one + "\n" + one).Select(complaint => complaint.Problem));
    }

    [Fact]
    public void A_quote_that_nobody_said_is_named()
    {
        const string journey = """
            {"id":"j","interviews":[{"id":"i","checkpoint":"day-30","participant":{"role":"end-user"},"turns":[{"n":1,"speaker":"interviewer","text":"How?"},{"n":2,"speaker":"participant","text":"In my sheet."}],"gold":{"frictions":[{"code":"operational.old-workflow","severity":2,"quotes":[{"turn":2,"text":"in my own sheet"}]}]}}]}
            """;
        Assert.Equal("i turn 2: \"in my own sheet\" was not said there", Assert.Single(Lint(journey)).Problem);
    }

    private static IReadOnlyList<Complaint> Lint(string lines)
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.At("s"));
        File.WriteAllText(folder.At(Path.Combine("s", "set.yaml")), Description);
        File.WriteAllText(folder.At(Path.Combine("s", "items.jsonl")), lines.Trim());
        return new LintSets(Codebook.Load(Checkout.Prompts), InterviewAgent.Prompts.PromptLibrary.Load(Checkout.Prompts)).Run(folder.Path).Complaints;
    }
}
