using InterviewAgent.Evals.Transcripts;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Guides;

namespace InterviewAgent.Tests.Evals.Transcripts;

public class CheckTranscriptsTests
{
    private static readonly string Prompts = Path.Combine(AppContext.BaseDirectory, "prompts");

    private static async Task<(CheckTranscripts Check, List<CheckedTurn> Turns, List<string> Wrong)> Run(string file)
    {
        var check = CheckTranscripts.With(Prompts);
        List<CheckedTurn> turns = [];
        List<string> wrong = [];
        await foreach (var line in ReadTranscripts.From(new StringReader(file)))
        {
            turns.AddRange(check.Check(line));
            if (line.Wrong is { } why)
            {
                wrong.Add($"{line.Line}: {why}");
            }
        }
        return (check, turns, wrong);
    }

    [Fact]
    public async Task Every_interviewer_turn_gets_a_verdict_with_its_place()
    {
        var (_, turns, _) = await Run(
            """
            {"id":"a","turns":[{"speaker":"interviewer","text":"What changed?"},{"speaker":"participant","text":"Little."},{"speaker":"interviewer","text":"That's great! What else changed?"}]}
            """);
        Assert.Equal([("a", 1), ("a", 3)], turns.Select(turn => (turn.Interview, turn.Turn)));
        Assert.Empty(turns[0].Rules);
        Assert.Contains("R5", turns[1].Rules);
    }

    [Fact]
    public void The_products_fixed_texts_are_held_to_the_rules_of_their_moves()
    {
        var gate = NeutralityGate.Load(Prompts);
        var guides = GuideLibrary.Load(Prompts, gate);
        var check = new CheckTranscripts(gate, new FixedTextMoves(guides));
        // Some are followed by the pending question, and only with it are they a turn.
        var texts = guides.All.SelectMany(guide => guide.Texts.Values.Select(text => text.Twin.Text
            + (text.Id is "clarify" or "clarify-again" or "unreadable" or "resume" or "go-on" or "kept" ? "\n\n" + guide.Last.Question.Twin.Text : ""))).Distinct().ToList();
        Assert.True(texts.Count > 20);
        var line = new TranscriptLine(1, "all", [.. texts.SelectMany(text => new[] { new SpokenTurn(Speaker.Participant, "Fine."), new SpokenTurn(Speaker.Interviewer, text) })], null, null);
        Assert.Empty(check.Check(line).Where(turn => turn.Verdict.Blocks).Select(turn => $"{string.Join(' ', turn.Rules)}: {turn.Text}"));
    }

    [Fact]
    public void What_only_begins_like_a_fixed_text_is_no_fixed_text()
    {
        var gate = NeutralityGate.Load(Prompts);
        var fixedTexts = new FixedTextMoves(GuideLibrary.Load(Prompts, gate));
        Assert.Null(fixedTexts.Of("Saved. That is a great answer!"));
        Assert.Null(fixedTexts.Of("How is the plan being done?"));
        Assert.Equal(MoveKind.SafetyText, fixedTexts.Of(
            "I am an AI interviewer and cannot act on that myself. What you wrote is passed to Bo Lund, a person.\n\nPlease keep passwords and personal details "
            + "out of this chat. No more questions come unless you choose to continue."));
    }

    [Fact]
    public async Task Plain_questions_are_checked_one_a_line()
    {
        var (check, turns, wrong) = await Run("\uFEFFHow is the plan being done?\n\nWhat changed, and why did it change?\n");
        Assert.Empty(wrong);
        Assert.Equal(["line-1", "line-3"], turns.Select(turn => turn.Interview));
        Assert.Equal(2, check.Summary.Turns);
        Assert.Equal(0.5, check.Summary.Shares().DoubleQuestions);
    }

    [Theory]
    [InlineData("""{"id":"a"}""", "1: has no \"turns\"")]
    [InlineData("""{"id":"a","turns":[{"speaker":"bot","text":"x"}]}""", "1: turn 1 needs \"speaker\"")]
    [InlineData("{\"turns\":[]}\n{oops", "2: is not JSON at byte")]
    [InlineData("{\"turns\":[]}\n[1]", "2: is not an object")]
    public async Task A_bad_line_is_named_and_the_others_are_checked(string file, string expected)
    {
        var (_, _, wrong) = await Run(file);
        Assert.StartsWith(expected, Assert.Single(wrong), StringComparison.Ordinal);
    }
}
