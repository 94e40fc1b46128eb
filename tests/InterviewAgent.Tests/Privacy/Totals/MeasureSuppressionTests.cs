using InterviewAgent.Privacy.Totals;

namespace InterviewAgent.Tests.Privacy.Totals;

public sealed class MeasureSuppressionTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public void Open_voices_are_all_counted() =>
        Assert.All(MeasureSuppression.Of(Voices(open: 6, kept: 0), [Monday]), view => Assert.Equal((view.Cells, view.Cells), (view.Shown, view.Whole)));

    [Fact]
    public void One_voice_kept_to_totals_is_in_no_count_and_hides_none_beside_it()
    {
        var portfolio = MeasureSuppression.Of(Voices(open: 6, kept: 1), [Monday]).Single(view => view.View == "portfolio");
        Assert.Equal((1, 1, 0), (portfolio.Cells, portfolio.Shown, portfolio.Whole));
    }

    [Fact]
    public void Five_of_five_accounts_are_released_for_the_portfolio_and_their_segment_and_for_no_other_view()
    {
        var views = MeasureSuppression.Of(Voices(open: 0, kept: 5), [Monday]).ToDictionary(view => view.View);
        Assert.Equal((1, 1, 1), (views["portfolio"].Cells, views["portfolio"].Shown, views["portfolio"].Whole));
        Assert.Equal((1, 1, 1), (views["segment"].Cells, views["segment"].Shown, views["segment"].Whole));
        Assert.Equal((1, 0), (views["role"].Cells, views["role"].Shown));
        Assert.Equal((1, 0), (views["owner"].Cells, views["owner"].Shown));
    }

    [Fact]
    public void What_was_said_later_is_in_no_earlier_cell() => Assert.Equal(
        1, MeasureSuppression.Of(Voices(open: 3, kept: 0), [Monday.AddDays(-21), Monday.AddDays(-14), Monday]).Single(view => view.View == "portfolio").Cells);

    private static List<CountedVoice> Voices(int open, int kept) => [.. Enumerable.Range(0, open + kept).Select(n =>
        new CountedVoice(Guid.CreateVersion7(), Guid.CreateVersion7(), "small", "A. Lind", "end-user", "trust.output", Monday.AddDays(-3), n >= open))];
}
