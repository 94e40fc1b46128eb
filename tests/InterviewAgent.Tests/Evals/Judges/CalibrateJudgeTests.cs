using InterviewAgent.Evals.Judges;
using InterviewAgent.Evals.Suites;
using InterviewAgent.Tests.LanguageModels;

namespace InterviewAgent.Tests.Evals.Judges;

public sealed class CalibrateJudgeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public CalibrateJudgeTests()
    {
        Directory.CreateDirectory(folder.At("judges"));
        Directory.CreateDirectory(folder.At("sets/neutrality"));
        File.Copy(Judge.PathOf(Checkout.Evals, ScriptedJudge.Name), Judge.PathOf(folder.Path, ScriptedJudge.Name));
        File.Copy(Path.Combine(Checkout.Evals, "sets", "neutrality", "set.yaml"), folder.At("sets/neutrality/set.yaml"));
        Label(80);
    }

    [Fact]
    public async Task A_judge_that_agrees_with_people_may_gate()
    {
        var found = await Calibrate(ScriptedJudge.Careful);
        Assert.Empty(found.Why);
        Assert.True(found.MayGate && found.Kappa > 0.7 && found.KappaLow < found.Kappa && found.Kappa < found.KappaHigh);
        Assert.Equal(80, found.Labels);
        Assert.True(found.Accuracy > found.Constant);
        Assert.Equal(1, found.Swap);
        Assert.Contains("while writing", found.Labelled, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_judge_that_always_says_the_same_stays_advisory()
    {
        var found = await Calibrate(ScriptedJudge.Indulgent);
        Assert.Contains(found.Why, why => why.Contains("always saying what most labels say", StringComparison.Ordinal));
        Assert.Contains(found.Why, why => why.StartsWith("kappa", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_judge_whose_verdict_depends_on_the_order_stays_advisory() =>
        Assert.Contains("order of the questions is reversed", Assert.Single((await Calibrate(ScriptedJudge.Fickle)).Why), StringComparison.Ordinal);

    [Fact]
    public async Task Fewer_than_fifty_labels_are_refused()
    {
        Label(49);
        var refused = await Assert.ThrowsAsync<BadInputException>(() => Calibrate(ScriptedJudge.Careful));
        Assert.Contains("49 labelled items are too few, 50 are the least", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calibration_holds_for_its_rubric_prompt_and_model_alone()
    {
        (await Calibrate(ScriptedJudge.Careful)).Keep(folder.Path);
        await using var engine = new Engine(Checkout.Prompts);
        var judge = Judge.Load(folder.Path, ScriptedJudge.Name);
        var prompt = engine.PromptOf(judge);
        Assert.True(TrustJudge.Of(folder.Path, judge, prompt, ScriptedJudge.Model).MayGate);
        Assert.Contains("of another model", TrustJudge.Of(folder.Path, judge, prompt, "newer").Says, StringComparison.Ordinal);
        File.AppendAllText(Judge.PathOf(folder.Path, ScriptedJudge.Name), "# A word more.\n");
        Assert.Contains("of another rubric", TrustJudge.Of(folder.Path, Judge.Load(folder.Path, ScriptedJudge.Name), prompt, ScriptedJudge.Model).Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_model_it_refuses()
    {
        await using var model = await SuiteModel.With(default, ("Provider", "none"));
        await using var engine = new Engine(Checkout.Prompts, model);
        var refused = Assert.Throws<BadInputException>(() => new CalibrateJudge(folder.Path, Judge.Load(folder.Path, ScriptedJudge.Name), engine, model).Run(60, default));
        Assert.Contains("none is configured", refused.Message, StringComparison.Ordinal);
    }

    private void Label(int items) => File.WriteAllLines(folder.At("sets/neutrality/items.jsonl"), ScriptedJudge.Some(items));

    private async Task<Calibration> Calibrate(Func<string, bool, IReadOnlyList<string>> verdict)
    {
        var judge = Judge.Load(folder.Path, ScriptedJudge.Name);
        await using var server = await FakeModelServer.Start();
        server.Otherwise = request => ScriptedJudge.Answer(request, judge, verdict);
        await using var model = await SuiteModel.With(default, ("Provider", "openai-compatible"), ("Endpoint", server.V1), ("Model", ScriptedJudge.Model));
        await using var engine = new Engine(Checkout.Prompts, model);
        return new CalibrateJudge(folder.Path, judge, engine, model).Run(80, default);
    }

    public void Dispose() => folder.Dispose();
}
