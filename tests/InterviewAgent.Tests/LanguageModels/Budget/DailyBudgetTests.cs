using InterviewAgent.LanguageModels;

namespace InterviewAgent.Tests.LanguageModels.Budget;

public sealed class DailyBudgetTests
{
    private static Task<ModelSetting> With(decimal budget) => ModelSetting.Of("openai", model => model.MaxAnswerTokens = 16, settings =>
    {
        settings.DailyBudget = budget;
        settings.Prices["small"] = new ModelPrice { Input = 2, CachedInput = 1, Output = 10 };
    });

    [Fact]
    public async Task What_a_call_cost_stands_on_its_row()
    {
        await using var setting = await With(1);
        setting.Server.Then(ModelReply.Text(new string('x', 40)));
        var outcome = await setting.Ask();
        var row = await setting.Row(outcome);
        Assert.Equal(10, row.TokensOut);
        Assert.Equal(2 * row.TokensIn + 10 * 10, row.CostMicros);
        Assert.Equal(row.CostMicros, outcome.Usage.CostMicros);
    }

    [Fact]
    public async Task When_the_days_money_is_spent_nothing_more_is_asked()
    {
        await using var setting = await With(0.0005m);
        var outcome = await setting.Ask();
        for (var i = 0; i < 50 && outcome is not OverBudget; i++)
        {
            Assert.IsType<Answered>(outcome);
            outcome = await setting.Ask();
        }
        Assert.IsType<OverBudget>(outcome);
        await using var db = setting.Db();
        Assert.InRange(db.ModelCalls.Sum(call => call.CostMicros), 1, 500);
        Assert.Equal(setting.Server.Seen.Count, db.ModelCalls.Count(call => call.Outcome == "Answered"));
    }

    [Fact]
    public async Task Calls_at_once_do_not_pass_the_budget_together()
    {
        await using var setting = await With(0.0005m);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => setting.Ask()));
        await using var db = setting.Db();
        Assert.InRange(db.ModelCalls.Sum(call => call.CostMicros), 1, 500);
    }

    [Fact]
    public void A_budget_without_a_price_stops_the_start()
    {
        var settings = new LanguageModelsOptions { DailyBudget = 1, Interviewing = { Provider = "openai", Model = "small" } };
        var wrong = Assert.Single(settings.Validate(new(settings)));
        Assert.Contains("price for 'small'", wrong.ErrorMessage, StringComparison.Ordinal);
    }
}
