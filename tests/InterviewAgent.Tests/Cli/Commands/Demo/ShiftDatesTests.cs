using System.Text.Json.Nodes;
using InterviewAgent.Cli.Commands.Demo;

namespace InterviewAgent.Tests.Cli.Commands.Demo;

public class ShiftDatesTests
{
    private static string Shift(string text, int weeks = 21) =>
        new ShiftDates(weeks).Apply(JsonValue.Create(text))!.GetValue<string>();

    [Theory]
    [InlineData("2026-02-16", "2026-07-13")]
    [InlineData("2026-02-16T09:30:00Z", "2026-07-13T09:30:00+00:00")]
    [InlineData("North goes first, from the 2nd of February.", "North goes first, from the 29th of June.")]
    [InlineData("on 9 and 10 February", "on 6 and 7 July")]
    [InlineData("It broke in March and may break in May.", "It broke in August and may break in October.")]
    [InlineData("In May it was 71.", "In October it was 71.")]
    [InlineData("They march in step.", "They march in step.")]
    [InlineData("31 February", "31 July")]
    public void Dates_and_spoken_days_move_together(string before, string after) => Assert.Equal(after, Shift(before));

    [Fact]
    public void A_portfolio_never_ends_after_today() =>
        Assert.Equal("2026-11-17", new ShiftDates(0).Apply(JsonValue.Create("2026-11-17"))!.GetValue<string>());

    [Theory]
    [InlineData("2026-06-30", "2026-11-22", "2026-11-17")]
    [InlineData("2026-06-30", "2026-06-30", "2026-06-30")]
    [InlineData("2026-06-30", "2026-06-29", "2026-06-23")]
    public void The_day_it_was_written_for_becomes_the_last_such_weekday(string asOf, string today, string expected) =>
        Assert.Equal(expected, ShiftDates.Between(DateOnly.Parse(asOf, null), DateOnly.Parse(today, null))
            .Apply(JsonValue.Create(asOf))!.GetValue<string>());

    [Fact]
    public void Numbers_and_names_of_fields_stay() =>
        Assert.Equal("""{"on":"2026-07-13","week":3,"x":[null,true]}""",
            new ShiftDates(21).Apply(JsonNode.Parse("""{"on":"2026-02-16","week":3,"x":[null,true]}"""))!.ToJsonString());
}
