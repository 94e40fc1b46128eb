using InterviewAgent.Evals.Statistics;

namespace InterviewAgent.Tests.Evals.Statistics;

/// <summary>Small; the whole curve is in src/decisions (interview-agent evals calibrate-statistics).</summary>
public sealed class CalibrateStatisticsTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(40)]
    public void Runs_that_do_not_differ_are_called_different_in_five_of_a_hundred_cases(int clusters)
    {
        var found = CalibrateStatistics.At(clusters, repetitions: 600, seed: 4);
        Assert.InRange(found.Clustered, found.Reachable - 1.5 * found.Error, found.Reachable + 1.5 * found.Error); // Three standard errors.
        Assert.True(found.Unclustered > 15);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(8)]
    public void Where_the_few_outcomes_cannot_reach_five_per_cent_a_die_shows_that_the_test_would(int clusters)
    {
        var found = CalibrateStatistics.At(clusters, repetitions: 1000, seed: 4);
        Assert.InRange(found.Randomised, 5 - 1.5 * found.Error, 5 + 1.5 * found.Error);
    }

    [Fact]
    public void Five_clusters_never_call_anything_different() => Assert.Equal(0, CalibrateStatistics.At(5, 200, 4).Clustered);
}
