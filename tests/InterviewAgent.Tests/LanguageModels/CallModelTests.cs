using InterviewAgent.LanguageModels;

namespace InterviewAgent.Tests.LanguageModels;

/// <summary>Every way in which a server can answer, against every provider kind: one typed outcome and one row that tells it.</summary>
public sealed class CallModelTests
{
    public static TheoryData<string, string> Cases()
    {
        var data = new TheoryData<string, string>();
        foreach (var provider in new[] { "openai", "azure-openai", "openai-compatible" })
            foreach (var name in Replies.Keys)
                data.Add(provider, name);
        return data;
    }

    private sealed record Case(Type Outcome, bool Structured, params ModelReply[] Replies);

    private static readonly Dictionary<string, Case> Replies = new()
    {
        ["happy"] = new(typeof(Answered), false, ModelReply.Text("How is planning these days?")),
        ["structured"] = new(typeof(Answered), true, ModelReply.Json(new { question = "How is planning?", covered = new[] { "topic" } })),
        ["fenced"] = new(typeof(Answered), true, ModelReply.Text("<think>hm</think>\n```json\n{\"question\":\"How?\",\"covered\":[]}\n```")),
        ["429 once"] = new(typeof(Answered), false, ModelReply.RateLimited("0"), ModelReply.Text("How?")),
        ["429 once, without Retry-After"] = new(typeof(Answered), false, ModelReply.RateLimited(), ModelReply.Text("How?")),
        ["500 once"] = new(typeof(Answered), false, ModelReply.Broken(), ModelReply.Text("How?")),
        ["reset once"] = new(typeof(Answered), false, ModelReply.Reset(), ModelReply.Text("How?")),
        ["half a body once"] = new(typeof(Answered), false, ModelReply.HalfBody(), ModelReply.Text("How?")),
        ["401"] = new(typeof(AuthFailed), false, ModelReply.Error(401, "invalid_api_key", "Incorrect API key provided.")),
        ["404"] = new(typeof(NotFound), false, ModelReply.Error(404, "DeploymentNotFound", "The API deployment does not exist.")),
        ["429 for an hour"] = new(typeof(RateLimited), false, ModelReply.RateLimited("3600")),
        ["no quota"] = new(typeof(RateLimited), false, ModelReply.Error(429, "insufficient_quota", "You exceeded your quota.")),
        ["500"] = new(typeof(Failed), false, Always(ModelReply.Broken())),
        ["reset"] = new(typeof(Failed), false, Always(ModelReply.Reset())),
        ["half a body"] = new(typeof(Failed), false, Always(ModelReply.HalfBody())),
        ["not JSON"] = new(typeof(Failed), false, Always(ModelReply.Status(200, "<html>busy</html>"))),
        ["no choices"] = new(typeof(Failed), false, Always(ModelReply.Status(200, "{}"))),
        ["400"] = new(typeof(Failed), false, ModelReply.Error(400, "invalid_value", "Unknown field.")),
        ["too long"] = new(typeof(TooLong), false, ModelReply.Error(400, "context_length_exceeded", "Too long.")),
        ["too long, in words"] = new(typeof(TooLong), false, ModelReply.Status(400, """{"object":"error","message":"x","code":400,"error":{"message":"This model's maximum context length is 4096 tokens.","code":400}}""")),
        ["truncated JSON"] = new(typeof(Invalid), true, ModelReply.Text("{\"question\":\"How is pl")),
        ["cut at length"] = new(typeof(Truncated), true, ModelReply.Cut("{\"question\":\"How is pl")),
        ["against the schema"] = new(typeof(Invalid), true, ModelReply.Json(new { question = "How?", covered = new[] { "weather" } })),
        ["empty"] = new(typeof(Invalid), false, ModelReply.Empty()),
        ["refusal"] = new(typeof(Refused), false, ModelReply.Refusal()),
        ["filtered answer"] = new(typeof(Filtered), false, ModelReply.Cut("", "content_filter")),
        ["filtered prompt"] = new(typeof(Filtered), false, ModelReply.FilteredPrompt()),
        ["silence"] = new(typeof(TimedOut), false, ModelReply.Silence()),
    };

    private static ModelReply[] Always(ModelReply reply) => [reply, reply];

    [Theory, MemberData(nameof(Cases))]
    public async Task An_answer_of_any_kind_becomes_one_typed_outcome_and_one_row(string provider, string name)
    {
        var (expected, structured, replies) = Replies[name];
        await using var setting = await ModelSetting.Of(provider, model => model.Retries = 1);
        setting.Server.Then(replies);
        var within = TimeSpan.FromSeconds(name == "silence" ? 0.4 : 10);
        var outcome = await setting.Ask(structured ? ModelSetting.Question : null, within);

        Assert.Equal(expected.Name, outcome.Name);
        var row = await setting.Row(outcome);
        Assert.Equal(expected.Name, row.Outcome);
        Assert.Equal(setting.Server.Seen.Count, row.Attempts);
        Assert.Equal(replies.Length, row.Attempts);
        Assert.Contains("We plan twice a week.", row.Request, StringComparison.Ordinal);
        Assert.True(outcome is Answered || row.Why!.Length > 0);
        Assert.True(outcome.Usage.Took < within + TimeSpan.FromSeconds(2), $"took {outcome.Usage.Took}");
    }

    [Theory]
    [InlineData("openai", "Authorization", "Bearer test-key", "/v1/chat/completions", "max_completion_tokens")]
    [InlineData("azure-openai", "api-key", "test-key", "/openai/v1/chat/completions", "max_completion_tokens")]
    [InlineData("openai-compatible", "Authorization", "Bearer test-key", "/v1/chat/completions", "max_tokens")]
    public async Task Each_provider_gets_its_own_address_header_and_length_field(string provider, string header, string value, string path, string length)
    {
        await using var setting = await ModelSetting.Of(provider);
        setting.Server.Key = "test-key";
        setting.Server.Model = "small";
        Assert.IsType<Answered>(await setting.Ask());
        var seen = Assert.Single(setting.Server.Seen);
        Assert.Equal((value, path), (seen.Headers[header], seen.Path));
        Assert.True(seen.Body.TryGetProperty(length, out _));
    }

    [Fact]
    public async Task The_schema_is_sent_strictly_and_the_answer_is_read_by_it()
    {
        await using var setting = await ModelSetting.Of("openai");
        setting.Server.Then(ModelReply.Json(new { question = "How is planning?", covered = new[] { "topic" } }));
        var answered = Assert.IsType<Answered>(await setting.Ask(ModelSetting.Question));
        Assert.Equal("How is planning?", answered.Json!.Value.GetProperty("question").GetString());
        var format = setting.Server.Seen[0].Body.GetProperty("response_format").GetProperty("json_schema");
        Assert.True(format.GetProperty("strict").GetBoolean());
        Assert.Equal("question", format.GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"{\\\"question\\\":\\\"\\\\ud83d\\\",\\\"covered\\\":[]}\"}}]}", "Invalid")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"\\ud83d\"}}]}", "Failed")]
    public async Task Half_a_sign_in_an_answer_is_an_outcome_and_no_exception(string body, string outcome)
    {
        await using var setting = await ModelSetting.Of("openai-compatible", model => model.Retries = 0);
        setting.Server.Then(ModelReply.Status(200, body));
        Assert.Equal(outcome, (await setting.Ask(ModelSetting.Question)).Name);
    }

    [Fact]
    public async Task A_role_without_a_provider_asks_nobody_and_leaves_no_row()
    {
        await using var setting = await ModelSetting.Of("none");
        Assert.IsType<NotConfigured>(await setting.Ask());
        Assert.False(setting.Model.IsConfigured(ModelRole.Interviewing));
        Assert.Empty(setting.Server.Seen);
        await using var db = setting.Db();
        Assert.Empty(db.ModelCalls);
    }

    [Fact]
    public async Task A_call_that_its_caller_gives_up_is_on_record()
    {
        await using var setting = await ModelSetting.Of("openai");
        setting.Server.Then(ModelReply.Silence());
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => setting.Model.Ask(new ModelRequest
        {
            Role = ModelRole.Interviewing, Prompt = new PromptIdentity("p", "00"), Messages = [ModelMessage.User("x")], Within = TimeSpan.FromSeconds(20),
        }, stop.Token));
        await using var db = setting.Db();
        Assert.Equal("The caller stopped waiting.", Assert.Single(db.ModelCalls).Why);
    }
}
