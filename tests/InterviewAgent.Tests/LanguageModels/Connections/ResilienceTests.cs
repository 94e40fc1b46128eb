using System.Diagnostics;
using InterviewAgent.LanguageModels;

namespace InterviewAgent.Tests.LanguageModels.Connections;

public sealed class ResilienceTests
{
    [Fact]
    public async Task A_retry_waits_as_long_as_the_server_asks()
    {
        await using var setting = await ModelSetting.Of("openai");
        setting.Server.Then(ModelReply.RateLimited("1"), ModelReply.Text("How?"));
        var outcome = await setting.Ask();
        Assert.IsType<Answered>(outcome);
        Assert.True(outcome.Usage.Took >= TimeSpan.FromSeconds(0.95), $"took {outcome.Usage.Took}");
    }

    [Fact]
    public async Task A_wait_longer_than_the_callers_time_is_not_begun()
    {
        await using var setting = await ModelSetting.Of("openai");
        setting.Server.Then(ModelReply.RateLimited("30"));
        var limited = Assert.IsType<RateLimited>(await setting.Ask(within: TimeSpan.FromSeconds(4)));
        Assert.Equal(TimeSpan.FromSeconds(30), limited.RetryAfter);
        Assert.True(limited.Usage.Took < TimeSpan.FromSeconds(3));
        Assert.Single(setting.Server.Seen);
    }

    [Fact]
    public async Task A_failing_server_is_left_alone_until_the_circuit_closes()
    {
        await using var setting = await ModelSetting.Of("openai", model => (model.Retries, model.CircuitSeconds) = (0, 1));
        setting.Server.Otherwise = _ => ModelReply.Broken();
        ModelOutcome outcome = new Failed();
        for (var i = 0; i < 20 && outcome is not CircuitOpen; i++)
        {
            outcome = await setting.Ask();
        }
        Assert.IsType<CircuitOpen>(outcome);
        Assert.Equal("CircuitOpen", (await setting.Row(outcome)).Outcome);
        var asked = setting.Server.Seen.Count;
        Assert.IsType<CircuitOpen>(await setting.Ask());
        Assert.Equal(asked, setting.Server.Seen.Count);

        setting.Server.Otherwise = _ => ModelReply.Text("How?");
        var patience = Stopwatch.StartNew();
        while (outcome is not Answered && patience.Elapsed < TimeSpan.FromSeconds(20))
        {
            await Task.Yield();
            outcome = await setting.Ask();
        }
        Assert.IsType<Answered>(outcome);
    }

    [Fact]
    public async Task No_more_calls_are_under_way_than_the_settings_allow()
    {
        await using var setting = await ModelSetting.Of("openai", model => model.MaxConcurrency = 2);
        int now = 0, most = 0;
        setting.Server.Otherwise = _ => new ModelReply(async (context, request, cancellation) =>
        {
            InterlockedMax(ref most, Interlocked.Increment(ref now));
            await Task.Delay(50, cancellation);
            Interlocked.Decrement(ref now);
            await ModelReply.Text("How?").Write(context, request, cancellation);
        });
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => setting.Ask()));
        Assert.All(outcomes, outcome => Assert.IsType<Answered>(outcome));
        Assert.Equal(2, most);
    }

    [Fact]
    public async Task A_caller_who_cannot_wait_for_room_is_told_so()
    {
        await using var setting = await ModelSetting.Of("openai", model => model.MaxConcurrency = 1);
        setting.Server.Then(ModelReply.Silence());
        var first = setting.Ask(within: TimeSpan.FromSeconds(3));
        while (setting.Server.Seen.Count == 0)
        {
            await Task.Yield();
        }
        Assert.IsType<RateLimited>(await setting.Ask(within: TimeSpan.FromSeconds(0.3)));
        Assert.IsType<TimedOut>(await first);
    }

    [Fact]
    public async Task Tokens_a_minute_are_kept_to()
    {
        await using var setting = await ModelSetting.Of("openai", model => model.TokensPerMinute = 100);
        Assert.IsType<Answered>(await setting.Ask(said: new string('a', 360)));
        var limited = Assert.IsType<RateLimited>(await setting.Ask(said: new string('a', 360), within: TimeSpan.FromSeconds(2)));
        Assert.InRange(limited.RetryAfter!.Value.TotalSeconds, 2, 90);
        Assert.Single(setting.Server.Seen);
    }

    [Fact]
    public async Task A_request_that_the_model_cannot_take_in_is_not_sent()
    {
        await using var setting = await ModelSetting.Of("openai", model => (model.ContextTokens, model.MaxAnswerTokens) = (1000, 500));
        Assert.IsType<TooLong>(await setting.Ask(said: new string('a', 4000)));
        Assert.Empty(setting.Server.Seen);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while (value > (seen = Volatile.Read(ref target)) && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }
}
