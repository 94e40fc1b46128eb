using InterviewAgent.Evals.Comparisons;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Tests.Evals.Judges;

namespace InterviewAgent.Tests.Evals.Cli;

/// <summary>The exit codes of <c>evals gate</c>, on a small checkout of its own and the prompts that ship.</summary>
public sealed class GateExitTests : IDisposable
{
    private readonly TemporaryFolder root = new();
    private string Evals => root.At("evals");

    public GateExitTests()
    {
        foreach (var folder in new[] { "suites", "sets/small", "baselines", "recordings/none", "judges" }) Directory.CreateDirectory(Path.Combine(Evals, folder));
        Suite("small", "task: intent\nset: small");
        // Forty messages that are answers; the engine reads all of them so.
        File.WriteAllLines(Path.Combine(Evals, "sets", "small", "items.jsonl"), Enumerable.Range(0, 40).Select(i =>
            $$"""{"id": "m{{i}}", "asked": "Question", "text": "We plan line {{i}} in a spreadsheet on Mondays.", "intent": "Answer"}"""));
        BaselineOf("small", _ => "Answer");
    }

    [Fact]
    public async Task No_change_passes_with_0()
    {
        var (exit, output, _) = await Gate("small");
        Assert.Equal((0, "passes  small: No change: every item got the same answer."), (exit, output.Trim()));
    }

    [Fact]
    public async Task A_real_regression_is_1()
    {
        // The labels of the set are now what the engine no longer says.
        File.WriteAllText(Path.Combine(Evals, "sets", "small", "items.jsonl"),
            File.ReadAllText(Path.Combine(Evals, "sets", "small", "items.jsonl")).Replace("\"Answer\"", "\"Stop\"", StringComparison.Ordinal));
        BaselineOf("small", _ => "Stop", expected: "Stop");
        var (exit, output, _) = await Gate("small");
        Assert.Equal(1, exit);
        Assert.Contains("real, worse by", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_must_pass_item_is_1()
    {
        Suite("small", "task: intent\nset: small\nmust-pass: [m3, gone]");
        var (exit, output, _) = await Gate("small");
        Assert.Equal(1, exit);
        Assert.Contains("must-pass item gone is wrong", output, StringComparison.Ordinal);
        Assert.DoesNotContain("m3", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("task: intent\nset: nowhere", "is not there")]
    [InlineData("task: dance\nset: small", "is no task")]
    [InlineData("task: intent\nset: small\nengine: steam", "is no engine")]
    [InlineData("task: prompt\nset: small\nengine: model\nprompt: judge_answer", "none is configured")]
    public async Task A_suite_that_cannot_be_held_is_2_and_the_others_are_still_judged(string suite, string why)
    {
        Suite("broken", suite);
        var (exit, output, talk) = await Gate("broken", "small");
        Assert.Equal(2, exit);
        Assert.Contains(why, talk, StringComparison.Ordinal);
        Assert.Contains("passes  small", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_recording_is_3()
    {
        Directory.CreateDirectory(Path.Combine(Evals, "sets", "prompts"));
        File.Copy(Path.Combine(Checkout.Evals, "sets", "prompts", "items.jsonl"), Path.Combine(Evals, "sets", "prompts", "items.jsonl"));
        Suite("recorded", "task: prompt\nset: prompts\nprompt: judge_answer\nengine: recording\nrecorded: {folder: none, model: any}");
        var (exit, output, talk) = await Gate("recorded");
        Assert.Equal(3, exit);
        Assert.Contains("MISSED  recorded", output, StringComparison.Ordinal);
        Assert.Contains("there is no recording of this request", talk, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_judge_that_would_decide_and_is_not_calibrated_is_4()
    {
        await RecordJudge();
        Suite("judged", $"task: judge\nset: neutrality\njudge: judge-neutrality\nengine: recording\nrecorded: {{folder: none, model: {ScriptedJudge.Model}}}");
        var (advisory, said, _) = await Gate("judged");
        Assert.Equal(0, advisory);
        Assert.Contains("is advisory and decides nothing: it was never calibrated", said, StringComparison.Ordinal);
        Suite("judged", $"task: judge\nset: neutrality\njudge: judge-neutrality\nengine: recording\nrecorded: {{folder: none, model: {ScriptedJudge.Model}}}\ngates: ['judge: verdict as labelled']");
        Assert.Equal(4, (await Gate("judged")).Exit);
        Assert.Equal(0, (await CommandLineProcess.Run(root.Path, "evals", "calibrate", "judge-neutrality", "--prompts", Checkout.Prompts,
            "--recordings", Path.Combine(Evals, "recordings", "none"), "--model", ScriptedJudge.Model)).Exit);
        var (exit, output, _) = await Gate("judged");
        Assert.Contains("The judge judge-neutrality (scripted-judge-not-a-model) gates: kappa", output, StringComparison.Ordinal);
        Assert.Equal(0, exit);
    }

    private async Task RecordJudge()
    {
        Directory.CreateDirectory(Path.Combine(Evals, "sets", "neutrality"));
        File.WriteAllLines(Path.Combine(Evals, "sets", "neutrality", "items.jsonl"), ScriptedJudge.Some(60));
        File.Copy(Path.Combine(Checkout.Evals, "judges", "judge-neutrality.yaml"), Path.Combine(Evals, "judges", "judge-neutrality.yaml"));
        var run = await ScriptedJudge.Record(Evals, Path.Combine(Evals, "recordings", "none"), ScriptedJudge.Careful);
        Baseline.Write(Evals, run with { Header = run.Header with { Suite = "judged" } });
    }

    private Task<(int Exit, string Output, string Talk)> Gate(params string[] suites) =>
        CommandLineProcess.Run(root.Path, ["evals", "gate", .. suites, "--prompts", Checkout.Prompts]);

    private void Suite(string name, string rest) => File.WriteAllText(Path.Combine(Evals, "suites", name + ".yaml"), $"name: {name}\n{rest}\n");

    private void BaselineOf(string suite, Func<int, string> got, string expected = "Answer") => Baseline.Write(Evals, new EvalRun(
        new RunHeader(suite, "intent", suite, "all", new Provenance("", "", "", ""), default),
        [.. Enumerable.Range(0, 40).Select(i => new ScoredItem($"m{i}", $"m{i}", "dev", "", [expected], [got(i)],
            new Dictionary<string, double> { ["intent right"] = got(i) == expected ? 1 : 0 }))]));

    public void Dispose() => root.Dispose();
}
