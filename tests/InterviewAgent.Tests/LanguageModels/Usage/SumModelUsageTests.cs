using InterviewAgent.LanguageModels;
using InterviewAgent.LanguageModels.Usage;

namespace InterviewAgent.Tests.LanguageModels.Usage;

public sealed class SumModelUsageTests
{
    [Fact]
    public async Task Calls_are_summed_by_day_role_and_prompt()
    {
        await using var setting = await ModelSetting.Of("none");
        await using var db = setting.Db();
        var monday = new DateTimeOffset(2026, 3, 2, 23, 59, 0, TimeSpan.Zero);
        db.AddRange(
            Call(monday, "code", "Answered", tokensIn: 100, cached: 80, milliseconds: 100, cost: 1_500_000),
            Call(monday, "code", "Answered", tokensIn: 100, cached: 60, milliseconds: 300, cost: 500_000),
            Call(monday, "code", "TimedOut", tokensIn: 0, cached: 0, milliseconds: 4000, cost: 0),
            Call(monday, "read", "Answered", tokensIn: 10, cached: 0, milliseconds: 5, cost: 0),
            Call(monday.AddMinutes(1), "code", "Answered", tokensIn: 10, cached: 0, milliseconds: 5, cost: 0),
            Call(monday.AddDays(-9), "code", "Answered", tokensIn: 10, cached: 0, milliseconds: 5, cost: 0));
        await db.SaveChangesAsync();

        var lines = await new SumModelUsage(db).Since(new DateOnly(2026, 3, 1));
        Assert.Equal(["2 code", "2 read", "3 code"], lines.Select(line => $"{line.Day.Day} {line.Prompt}"));
        var first = lines[0];
        Assert.Equal((3, 200L, 140L, 2m, 0.7), (first.Calls, first.TokensIn, first.TokensCached, first.Cost, first.CachedShare));
        Assert.Equal((300, 4000), (first.MedianMilliseconds, first.SlowestInTwentyMilliseconds));
        Assert.Equal((2, 1), (first.Outcomes["Answered"], first.Outcomes["TimedOut"]));
    }

    private static ModelCall Call(DateTimeOffset at, string prompt, string outcome, int tokensIn, int cached, int milliseconds, long cost) => new()
    {
        At = at, Role = ModelRole.Analysis, Provider = "openai", Model = "small", PromptName = prompt, PromptHash = "00", Outcome = outcome, Attempts = 1,
        TokensIn = tokensIn, TokensCached = cached, Milliseconds = milliseconds, CostMicros = cost,
    };
}
