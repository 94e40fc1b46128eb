using InterviewAgent.Evals.Comparisons;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Suites;

namespace InterviewAgent.Tests.Evals.Comparisons;

public sealed class BaselineTests
{
    [Theory]
    [InlineData("gate")]
    [InlineData("intent")]
    [InlineData("guides")]
    [InlineData("injections")]
    [InlineData("redaction")]
    public void What_ships_is_not_worse_than_its_baseline(string name)
    {
        var suite = Suite.Load(Checkout.Evals, name);
        var engine = new Engine(Checkout.Prompts);
        var header = new RunHeader(name, suite.Task, suite.Set, "all", engine.ProvenanceFor(suite, Checkout.Evals), default);
        var verdict = GateSuite.Judge(suite, Baseline.Read(Checkout.Evals, name), RunSuite.Run(header, engine.Samples(suite, Checkout.Evals, "all"), path: null));
        Assert.True(verdict.Passes, $"{verdict.Comparison.Verdict} If this is meant: ./interview-agent evals gate {name} --update-baseline");
    }

    [Fact]
    public void A_missing_baseline_says_how_to_write_one()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains("--update-baseline", Assert.Throws<BadInputException>(() => Baseline.Read(folder.Path, "gate")).Message, StringComparison.Ordinal);
    }
}
