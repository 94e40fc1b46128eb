using InterviewAgent.Evals.Comparisons;
using InterviewAgent.Evals.Suites;

namespace InterviewAgent.Tests.Evals.Comparisons;

/// <summary>The gate over all suites, on the built-in engine and on the recordings that ship: what <c>evals gate</c> does in CI.</summary>
public sealed class BaselineTests
{
    public static TheoryData<string> Suites => [.. Suite.Names(Checkout.Evals).Where(name => Suite.Load(Checkout.Evals, name).Engine != Suite.Model)];

    [Theory]
    [MemberData(nameof(Suites))]
    public async Task What_ships_is_not_worse_than_its_baseline(string name)
    {
        var suite = Suite.Load(Checkout.Evals, name);
        var held = await new HoldSuite(Checkout.Evals, Checkout.Prompts, () => throw new InvalidOperationException("No model is asked here.")).Run(suite, "all", path: null);
        var verdict = GateSuite.Judge(suite, Baseline.Read(Checkout.Evals, name), held.Run, held.Judge);
        Assert.True(verdict.Passes, $"{verdict.Comparison.Verdict} {string.Join(", ", verdict.Broken)} If this is meant: ./interview-agent evals gate {name} --update-baseline");
    }

    [Fact]
    public void Every_suite_runs_in_one_of_three_ways() => Assert.All(Suite.Names(Checkout.Evals).Select(name => Suite.Load(Checkout.Evals, name)),
        suite => Assert.Contains(suite.Engine, new[] { Suite.BuiltIn, Suite.Recording, Suite.Model }));

    [Fact]
    public void A_missing_baseline_says_how_to_write_one()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("--update-baseline", Assert.Throws<BadInputException>(() => Baseline.Read(folder.Path, "gate")).Message, StringComparison.Ordinal);
    }
}
