using InterviewAgent.Accounts;
using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Insights;

public class FlagFiguresTests
{
    private static readonly DateOnly Opened = new(2026, 3, 2);
    private static readonly DateOnly Today = new(2026, 9, 1);

    [Fact]
    public void Precision_is_what_was_acted_on_of_all_that_was_judged_with_its_interval()
    {
        var figures = FlagFigures.Of(
            [.. Enumerable.Repeat(FlagOutcome.Acted, 6).Select(outcome => Flag(outcome)), Flag(FlagOutcome.AlreadyKnown), Flag(FlagOutcome.NotUseful), Flag(FlagOutcome.NotUseful), Flag(null)], Today);
        Assert.Equal((6, 1, 2, 9), (figures.Acted, figures.AlreadyKnown, figures.NotUseful, figures.Judged));
        Assert.Equal(0.667, figures.Precision!.Value, 3);
        Assert.Equal((0.354, 0.879), (Math.Round(figures.Low, 3), Math.Round(figures.High, 3)));
    }

    [Fact]
    public void With_nothing_judged_there_is_no_precision()
    {
        Assert.Null(FlagFigures.Of([Flag(null)], Today).Precision);
        Assert.Equal((0.0, 1.0), (FlagFigures.Of([], Today).Low, FlagFigures.Of([], Today).High));
    }

    [Fact]
    public void Lead_time_runs_to_the_first_yellow_or_red_or_to_the_renewal_that_has_come()
    {
        var figures = FlagFigures.Of(
        [
            Flag(null, null, Health(-5, HealthStatus.Green), Health(20, HealthStatus.Green), Health(40, HealthStatus.Yellow), Health(60, HealthStatus.Red)),
            Flag(null, Opened.AddDays(100), Health(-5, HealthStatus.Green)),
            Flag(null, Opened.AddDays(10), Health(30, HealthStatus.Red)),
            Flag(null, Today.AddDays(30), Health(-5, HealthStatus.Green)),
        ], Today);
        Assert.Equal((40, 3, 1), (figures.LeadDays, figures.Led, figures.Running));
    }

    [Fact]
    public void Where_the_dashboard_was_not_green_there_was_nothing_to_lead() =>
        Assert.Equal((null, 0, 0), Figures(Flag(null, Opened.AddDays(100), Health(-1, HealthStatus.Yellow), Health(9, HealthStatus.Red))));

    private static (int?, int, int) Figures(FlagFact flag) => FlagFigures.Of([flag], Today) is var figures ? (figures.LeadDays, figures.Led, figures.Running) : default;

    private static FlagFact Flag(FlagOutcome? outcome, DateOnly? renewal = null, params HeardHealth[] health) => new(Opened, outcome, health, renewal);

    private static HeardHealth Health(int day, HealthStatus status) => new(Opened.AddDays(day), status);
}
