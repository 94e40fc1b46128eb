using InterviewAgent.Evals.Comparisons;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Suites;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Tests.Evals.Comparisons;

/// <summary>Planted regressions on the real sets and the real engine.</summary>
public sealed class GateSuiteTests
{
    private static readonly Engine Shipped = new(Checkout.Prompts);

    [Fact]
    public void A_rule_that_no_longer_works_is_caught()
    {
        var suite = Suite.Load(Checkout.Evals, "gate");
        var without = Run(suite, GateTask.Samples(Path.Combine(Checkout.Evals, "sets", suite.Set),
            (draft, context) => new Verdict([.. Shipped.Check(draft, context).Breaches.Where(breach => breach.Rule != "R5")])));
        var verdict = GateSuite.Judge(suite, Run(suite, Shipped.Samples(suite, Checkout.Evals, "all")), without);
        Assert.False(verdict.Passes);
        Assert.Contains(verdict.Worse, change => change.Name == "R5 found");
    }

    [Fact]
    public void Codes_whose_patterns_are_gone_are_caught()
    {
        using var folder = new TemporaryFolder();
        Copy(Checkout.Prompts, folder.Path);
        foreach (var gone in new[] { "friction-technical", "friction-product", "evidence" })
            File.Delete(folder.At(Path.Combine("lexicons", "en", "coding", "codes", gone + ".yaml")));
        var suite = Suite.Load(Checkout.Evals, "answers");
        var before = Run(suite, Shipped.Samples(suite, Checkout.Evals, "all"));
        var verdict = GateSuite.Judge(suite, before, Run(suite, new Engine(folder.Path).Samples(suite, Checkout.Evals, "all")));
        Assert.False(verdict.Passes, verdict.Comparison.Verdict);
    }

    [Theory]
    [InlineData("product.usability")]
    [InlineData("commitment.training")]
    [InlineData("drift.sponsor")]
    public void One_code_whose_patterns_are_gone_is_caught(string code)
    {
        using var folder = new TemporaryFolder();
        Copy(Checkout.Prompts, folder.Path);
        foreach (var path in Directory.EnumerateFiles(folder.At("lexicons/en/coding/codes"))) File.WriteAllLines(path, Without(code, File.ReadAllLines(path)));
        var suite = Suite.Load(Checkout.Evals, "patterns");
        var verdict = GateSuite.Judge(suite, Run(suite, Shipped.Samples(suite, Checkout.Evals, "all")), Run(suite, new Engine(folder.Path).Samples(suite, Checkout.Evals, "all")));
        Assert.False(verdict.Passes);
        Assert.NotEmpty(verdict.Broken);
        Assert.All(verdict.Comparison.Changed, item => Assert.Equal([code], item.After.Expected));
    }

    [Fact]
    public void A_change_of_nothing_passes()
    {
        var suite = Suite.Load(Checkout.Evals, "intent");
        var verdict = GateSuite.Judge(suite, Run(suite, Shipped.Samples(suite, Checkout.Evals, "all")), Run(suite, new Engine(Checkout.Prompts).Samples(suite, Checkout.Evals, "all")));
        Assert.True(verdict.Passes);
        Assert.Equal("No change: every item got the same answer.", verdict.Comparison.Verdict);
    }

    [Fact]
    public void A_broken_must_pass_item_fails_the_gate_alone()
    {
        var suite = new Suite { Name = "small", Task = "gate", Set = "small", MustPass = ["a"] };
        var (right, wrong) = (One("a", "R1"), One("a", "R2"));
        Assert.Equal(["a"], GateSuite.Judge(suite, right, wrong).Broken);
        Assert.Empty(GateSuite.Judge(suite, wrong, right).Broken);
    }

    [Fact]
    public void What_is_not_measured_any_more_fails_the_gate()
    {
        Suite Gating(params string[] on) => new() { Name = "small", Task = "gate", Set = "small", Gates = [.. on] };
        var run = One("a", "R1");
        var unscored = run with { Items = [run.Items[0] with { Scores = new Dictionary<string, double> { ["other"] = 1 } }] };
        Assert.True(GateSuite.Judge(Gating("right", "R1 found"), run, run).Passes);
        Assert.Equal(["rihgt, on which the suite gates, was not scored"], GateSuite.Judge(Gating("rihgt"), run, run).Missing);
        Assert.Equal(["right was not scored"], GateSuite.Judge(Gating(), run, unscored).Missing);
        var two = run with { Items = [run.Items[0], run.Items[0] with { Id = "b" }] };
        Assert.Equal(["1 of 2 items of the baseline are not in the set any more"], GateSuite.Judge(Gating(), two, run).Missing);
        Assert.True(GateSuite.Judge(Gating(), run, two).Passes);
    }

    private static IEnumerable<string> Without(string code, IEnumerable<string> lines)
    {
        var inside = false;
        foreach (var line in lines)
        {
            if (line.Length > 0 && char.IsAsciiLetter(line[0])) inside = line == code + ":";
            if (!inside) yield return line;
        }
    }

    private static EvalRun One(string id, string got) =>
        new(Header("small"), [new ScoredItem(id, id, "dev", "", ["R1"], [got], new Dictionary<string, double> { ["right"] = got == "R1" ? 1 : 0 })]);

    private static EvalRun Run(Suite suite, IEnumerable<Sample> samples) => RunSuite.Run(Header(suite.Name), [.. samples], path: null);

    private static RunHeader Header(string suite) => new(suite, suite, suite, "all", new Provenance("", "", "", ""), default);

    private static void Copy(string from, string to)
    {
        foreach (var path in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }
}
