using InterviewAgent.Evals.Transcripts;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Tests.Evals.Transcripts;

public class CheckTranscriptsTests
{
    private static readonly NeutralityGate Gate = NeutralityGate.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));

    private static async Task<(CheckTranscripts Check, List<CheckedTurn> Turns, List<string> Wrong)> Run(string file)
    {
        var check = new CheckTranscripts(Gate);
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
