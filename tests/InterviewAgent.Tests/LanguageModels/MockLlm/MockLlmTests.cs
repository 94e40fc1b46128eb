using System.Text.Json;
using InterviewAgent.LanguageModels;

namespace InterviewAgent.Tests.LanguageModels.MockLlm;

/// <summary>The cases of <see cref="CallModelTests"/> that an independent server can play, against that server.</summary>
public sealed class MockLlmTests(MockLlmServer server) : IClassFixture<MockLlmServer>
{
    private static readonly string[] Providers = ["openai", "azure-openai", "openai-compatible"];

    private sealed record Case(string Outcome, bool Structured, params MockResponse[] Responses);

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["happy"] = new("Answered", false, Says("How is planning these days?")),
        ["structured"] = new("Answered", true, Says("""{"question":"How is planning?","covered":["topic"]}""")),
        ["429 once"] = new("Answered", false, Error(429, "rate_limit_exceeded"), Says("How?")),
        ["429"] = new("RateLimited", false, Error(429, "rate_limit_exceeded")),
        ["500 once"] = new("Answered", false, Error(500, "server_error"), Says("How?")),
        ["500"] = new("Failed", false, Error(500, "server_error")),
        ["401"] = new("AuthFailed", false, Error(401, "invalid_api_key")),
        ["404"] = new("NotFound", false, Error(404, "DeploymentNotFound")),
        ["truncated JSON"] = new("Invalid", true, Says("{\"question\":\"How is pl")),
        ["cut at length"] = new("Truncated", true, Says("{\"question\":\"How is pl", "length")),
        ["against the schema"] = new("Invalid", true, Says("""{"question":"How?"}""")),
        ["empty"] = new("Invalid", false, Says("")),
        ["refusal"] = new("Refused", false, new MockResponse(200, """{"choices":[{"message":{"role":"assistant","content":null,"refusal":"No."},"finish_reason":"stop"}]}""")),
        ["filtered answer"] = new("Filtered", false, Says("", "content_filter")),
        ["filtered prompt"] = new("Filtered", false, Error(400, "content_filter")),
        ["no completion"] = new("Failed", false, new MockResponse(200, "{}")),
    };

    public static TheoryData<string, string> All()
    {
        var data = new TheoryData<string, string>();
        foreach (var provider in Providers)
            foreach (var name in Cases.Keys)
                data.Add(provider, name);
        return data;
    }

    [Theory, MemberData(nameof(All))]
    public async Task An_independent_server_is_understood(string provider, string name)
    {
        var (expected, structured, responses) = Cases[name];
        await server.Obey(responses.Length == 1 ? [Rule(responses[0], null)] : [.. responses.Select((response, at) => Rule(response, at))]);
        await using var setting = await ModelSetting.Of(provider, model =>
        {
            model.Endpoint = provider == "azure-openai" ? server.Address : server.Address + "/v1";
            model.Retries = 1;
        });
        var outcome = await setting.Ask(structured ? ModelSetting.Question : null);
        Assert.Equal(expected, outcome.Name);
        Assert.Equal(expected, (await setting.Row(outcome)).Outcome);
    }

    [Fact]
    public async Task The_key_is_where_the_server_looks_for_it()
    {
        await server.Obey(
            new MockRule("chat/completions$", Error(401, "invalid_api_key")),
            new MockRule("^/openai/v1/chat/completions$", Says("How?"), "headers.\"api-key\" == 'test-key'"),
            new MockRule("^/v1/chat/completions$", Says("How?"), "headers.authorization == 'Bearer test-key'"));
        foreach (var provider in Providers)
        {
            await using var setting = await ModelSetting.Of(provider, model => model.Endpoint = provider == "azure-openai" ? server.Address : server.Address + "/v1");
            Assert.IsType<Answered>(await setting.Ask());
        }
    }

    [Fact]
    public async Task What_is_echoed_comes_back_with_its_names()
    {
        await server.Obey(new MockRule("chat/completions$", new MockResponse(200,
            """{"choices":[{"message":{"role":"assistant","content":"{{jmes request body.messages[-1].content}}"},"finish_reason":"stop"}]}""")));
        await using var setting = await ModelSetting.Of("openai", model => model.Endpoint = server.Address + "/v1");
        var answered = Assert.IsType<Answered>(await setting.Ask(said: "Ask Marta Quintela at marta@example.org."));
        Assert.Equal("Ask Marta Quintela at marta@example.org.", answered.Text);
        Assert.Equal("Ask [PERSON_1] at [EMAIL_1].", answered.Raw);
    }

    private static MockRule Rule(MockResponse response, int? sequence) => new("chat/completions$", response, Sequence: sequence);

    private static MockResponse Says(string text, string finish = "stop") => new(200, JsonSerializer.Serialize(
        new { choices = new[] { new { message = new { role = "assistant", content = text }, finish_reason = finish } } }));

    private static MockResponse Error(int status, string code) => new(status, JsonSerializer.Serialize(new { error = new { message = "As told.", code } }));
}
