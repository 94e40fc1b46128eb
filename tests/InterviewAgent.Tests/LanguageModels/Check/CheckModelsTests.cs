using InterviewAgent.LanguageModels;
using InterviewAgent.LanguageModels.Check;

namespace InterviewAgent.Tests.LanguageModels.Check;

public sealed class CheckModelsTests
{
    private static async Task<ModelCheck> One(ModelSetting setting, bool fill = false)
    {
        var checks = new List<ModelCheck>();
        await foreach (var check in setting.Check.Run(fill))
        {
            checks.Add(check);
        }
        return Assert.Single(checks);
    }

    [Fact]
    public async Task A_good_server_answers_and_keeps_to_a_schema()
    {
        await using var setting = await ModelSetting.Of("openai");
        setting.Server.Then(ModelReply.Json(new { state = "ready" }));
        var check = await One(setting);
        Assert.True(check is { Works: true, Structured: true, Problem: null, Mend: null });
        Assert.Single(setting.Server.Seen);
    }

    [Fact]
    public async Task A_server_that_ignores_the_schema_is_said_to()
    {
        await using var setting = await ModelSetting.Of("openai-compatible");
        setting.Server.Otherwise = _ => ModelReply.Text("Ready.");
        var check = await One(setting);
        Assert.True(check is { Works: true, Structured: false });
        Assert.Contains("StructuredOutput to json-object", check.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_server_takes_in_is_read_and_compared_with_the_settings()
    {
        await using var setting = await ModelSetting.Of("openai-compatible");
        setting.Server.Model = "small";
        setting.Server.Then(ModelReply.Json(new { state = "ready" }));
        var check = await One(setting);
        Assert.Equal(32768, check.ContextSeen);
        Assert.Contains("32768", check.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_prompt_that_fills_the_context_is_sent_when_asked_for(bool fits)
    {
        await using var setting = await ModelSetting.Of("openai", model => (model.ContextTokens, model.MaxAnswerTokens) = (2000, 100));
        setting.Server.Then(ModelReply.Json(new { state = "ready" }), fits ? ModelReply.Text("Ready.") : ModelReply.Error(400, "context_length_exceeded", "Too long."));
        var check = await One(setting, fill: true);
        Assert.Equal(fits, check.ContextFilled);
        Assert.Equal(fits, check.Mend is null);
        Assert.InRange(setting.Server.Seen[1].Tokens, 1700, 1900);
    }

    [Fact]
    public async Task A_wrong_key_is_named()
    {
        await using var setting = await ModelSetting.Of("azure-openai");
        setting.Server.Key = "another";
        var check = await One(setting);
        Assert.False(check.Works);
        Assert.Contains("refused the key (HTTP 401", check.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_key_names_its_variable_and_nothing_is_sent()
    {
        await using var setting = await ModelSetting.Of("openai", model => (model.ApiKey, model.KeyVariable) = ("", "INTERVIEW_AGENT_TEST_NO_SUCH_KEY"));
        var check = await One(setting);
        Assert.Contains("INTERVIEW_AGENT_TEST_NO_SUCH_KEY", check.Problem, StringComparison.Ordinal);
        Assert.Empty(setting.Server.Seen);
    }

    [Fact]
    public async Task A_wrong_deployment_and_a_wrong_path_are_told_apart()
    {
        await using var deployment = await ModelSetting.Of("azure-openai");
        deployment.Server.Model = "large";
        Assert.Contains("no deployment 'small'", (await One(deployment)).Problem, StringComparison.Ordinal);

        await using var path = await ModelSetting.Of("openai-compatible", model => model.Endpoint += "/extra");
        Assert.Contains("is the path of the address right?", (await One(path)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_to_be_unreachable()
    {
        await using var setting = await ModelSetting.Of("openai-compatible", model => (model.Endpoint, model.Retries) = ("http://127.0.0.1:9/v1", 0));
        var check = await One(setting);
        Assert.Contains("could not be reached", check.Problem, StringComparison.Ordinal);
        Assert.Contains("Connection refused", check.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_provider_there_is_nothing_to_check()
    {
        await using var setting = await ModelSetting.Of("none");
        await foreach (var _ in setting.Check.Run())
        {
            Assert.Fail("A role without a provider was checked.");
        }
    }
}
