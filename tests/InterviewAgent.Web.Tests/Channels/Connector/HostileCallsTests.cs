using System.Net;
using System.Text.Json.Nodes;

namespace InterviewAgent.Web.Tests.Channels.Connector;

/// <summary>Every way in that is none: its status, never a 500, nothing handed over, and nobody called because of it.</summary>
public sealed class HostileCallsTests : IClassFixture<SharedConnectorSite>
{
    private const string OtherTenant = "00000000-0000-4000-8000-000000000001";
    private readonly ConnectorSite site;
    private readonly int fetchedBefore;

    public HostileCallsTests(SharedConnectorSite shared)
    {
        ArgumentNullException.ThrowIfNull(shared);
        site = shared.Site;
        fetchedBefore = site.Channel.Issuer.Fetched.Count;
    }

    private static SigningKey Unknown { get; } = new("msteams");

    private static Dictionary<string, (int Status, Func<ChannelToken, ChannelToken> Token)> Tokens { get; } = new()
    {
        ["alg none"] = (401, token => token with { Algorithm = "none" }),
        ["HS256 with the public key"] = (401, token => token with { Algorithm = "HS256" }),
        ["PS256"] = (401, token => token with { Algorithm = "PS256" }),
        ["another key under a known id"] = (401, token => new(Unknown) { KeyId = token.KeyId, Audience = token.Audience, ServiceUrl = token.ServiceUrl }),
        ["no key id"] = (401, token => token with { KeyId = null }),
        ["a critical header"] = (401, token => token with { Critical = ["b64"] }),
        ["no expiry"] = (401, token => token with { Expires = null }),
        ["expired six minutes ago"] = (401, token => token with { NotBefore = Ago(90), Expires = Ago(6) }),
        ["not before ten minutes from now"] = (401, token => token with { NotBefore = Ago(-10) }),
        ["another issuer"] = (401, token => token with { Issuer = "https://evil.example" }),
        ["the issuer with a slash"] = (401, token => token with { Issuer = FakeIssuer.Issuer + "/" }),
        ["the issuer in capitals"] = (401, token => token with { Issuer = "https://API.botframework.com" }),
        ["another cloud's issuer"] = (401, token => token with { Issuer = "https://api.botframework.us" }),
        ["Entra's issuer"] = (401, token => token with { Issuer = $"https://login.microsoftonline.com/{SignedChannel.Tenant}/v2.0" }),
        ["no issuer"] = (401, token => token with { Issuer = null }),
        ["another audience"] = (401, token => token with { Audience = OtherTenant }),
        ["no audience"] = (401, token => token with { Audience = null }),
        ["no service URL"] = (403, token => token with { ServiceUrl = null }),
        ["another service URL"] = (403, token => token with { ServiceUrl = "https://smba.trafficmanager.net/other" }),
    };

    private static Dictionary<string, (int Status, Action<JsonObject> Activity)> Bodies { get; } = new()
    {
        ["no type"] = (400, activity => activity.Remove("type")),
        ["an empty type"] = (400, activity => activity["type"] = " "),
        ["no conversation"] = (400, activity => activity.Remove("conversation")),
        ["a conversation without an id"] = (400, activity => activity["conversation"] = new JsonObject()),
        ["a conversation that is text"] = (400, activity => activity["conversation"] = "a:1"),
        ["no channel"] = (400, activity => activity.Remove("channelId")),
        ["a text that is a number"] = (400, activity => activity["text"] = 7),
        ["an id of 3,000 characters"] = (400, activity => activity["id"] = new string('x', 3000)),
        ["the service URL of somebody else"] = (403, activity => activity["serviceUrl"] = "https://evil.example/"),
        ["no service URL in the body"] = (403, activity => activity.Remove("serviceUrl")),
        ["a channel the key is not endorsed for"] = (403, activity => activity["channelId"] = "slack"),
        ["a channel in capitals"] = (403, activity => activity["channelId"] = "MSTEAMS"),
        ["another tenant"] = (403, Of(OtherTenant, OtherTenant)),
        ["another tenant in Teams' data only"] = (403, Of(SignedChannel.Tenant, OtherTenant)),
        ["no tenant"] = (403, Of(null, null)),
    };

    /// <summary>The text between "Bearer " and the end; a good token stands for {0}.</summary>
    private static Dictionary<string, string?> Headers { get; } = new()
    {
        ["no header"] = null,
        ["an empty one"] = "",
        ["the scheme alone"] = "Bearer",
        ["garbage"] = "Bearer garbage",
        ["three dots of garbage"] = "Bearer a.b.c",
        ["three parts of nothing"] = "Bearer ..",
        ["five parts"] = "Bearer a.b.c.d.e",
        ["another scheme"] = "Basic {0}",
        ["the token alone"] = "{0}",
        ["three words"] = "Bearer {0} {0}",
        ["two tokens"] = "Bearer {0},{0}",
        ["a token without a signature"] = "Bearer {0}.",
        ["a header that is no JSON"] = "Bearer eyJh.e30.c2ln",
        ["arrays for objects"] = "Bearer W10.W10.c2ln",
        ["a token of 20 KB"] = "Bearer " + "e30.e30." + "{1}",
    };

    public static TheoryData<string> TokenRows => [.. Tokens.Keys];
    public static TheoryData<string> BodyRows => [.. Bodies.Keys];
    public static TheoryData<string> HeaderRows => [.. Headers.Keys];

    [Theory]
    [MemberData(nameof(TokenRows))]
    public async Task A_token_that_is_not_the_channels_for_this_bot_is_refused(string row)
    {
        using var answer = await site.Post(token: Tokens[row].Token);
        await Refused(answer, Tokens[row].Status);
    }

    [Theory]
    [MemberData(nameof(BodyRows))]
    public async Task A_body_that_is_not_what_was_signed_is_refused(string row)
    {
        using var answer = await site.Post(Bodies[row].Activity);
        await Refused(answer, Bodies[row].Status);
    }

    [Theory]
    [MemberData(nameof(HeaderRows))]
    public async Task A_header_that_is_no_bearer_token_is_refused(string row)
    {
        var header = Headers[row]?.Replace("{0}", site.Channel.Token(), StringComparison.Ordinal).Replace("{1}", new string('a', 20_000), StringComparison.Ordinal);
        using var answer = await SignedChannel.Post(site.Client, site.Channel.Activity().ToJsonString(), header);
        await Refused(answer, 401);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
        Assert.Equal(fetchedBefore, site.Channel.Issuer.Fetched.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing like JSON")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"message\"")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("{\"type\":\"message\",\"type\":\"invoke\",\"channelId\":\"msteams\",\"conversation\":{\"id\":\"a\"}}")]
    [InlineData("{\"serviceUrl\":\"https://a.example\",\"ServiceUrl\":\"https://b.example\",\"type\":\"message\",\"channelId\":\"msteams\",\"conversation\":{\"id\":\"a\"}}")]
    public async Task A_body_that_is_no_activity_is_400(string body)
    {
        using var answer = await SignedChannel.Post(site.Client, body, "Bearer " + site.Channel.Token());
        await Refused(answer, 400);
    }

    [Fact]
    public async Task Nesting_without_end_is_400()
    {
        var nested = site.Channel.Activity(other: activity => activity["value"] = "X").ToJsonString()
            .Replace("\"X\"", string.Concat(Enumerable.Repeat("[", 50_000)) + string.Concat(Enumerable.Repeat("]", 50_000)), StringComparison.Ordinal);
        using var answer = await SignedChannel.Post(site.Client, nested, "Bearer " + site.Channel.Token());
        await Refused(answer, 400);
    }

    [Fact]
    public async Task A_long_body_of_a_stranger_is_not_even_read()
    {
        using var answer = await SignedChannel.Post(site.Client, new string('[', 100_000), authorization: null);
        await Refused(answer, 401);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_413_with_and_without_a_length(bool length)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("/api/messages", UriKind.Relative));
        request.Content = new StreamContent(new MemoryStream(new byte[1024 * 1024 + 1]));
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = !length;
        using var answer = await site.Client.SendAsync(request);
        await Refused(answer, 413);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_media_type_is_415(string type)
    {
        using var answer = await SignedChannel.Post(site.Client, site.Channel.Activity().ToJsonString(), "Bearer " + site.Channel.Token(), type);
        await Refused(answer, 415);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Another_method_is_405(string method)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri("/api/messages", UriKind.Relative));
        using var answer = await site.Client.SendAsync(request);
        await Refused(answer, 405);
        Assert.Equal("POST", answer.Content.Headers.Allow.Single());
    }

    [Fact]
    public async Task A_stranger_causes_no_call_to_the_issuer()
    {
        await using var fresh = await ConnectorSite.Start();
        foreach (var row in new[] { "alg none", "another issuer", "the issuer with a slash", "Entra's issuer", "another audience", "no key id" })
        {
            using var answer = await fresh.Post(token: Tokens[row].Token);
            await Refused(answer, 401);
        }
        Assert.Empty(fresh.Channel.Issuer.Fetched);
    }

    private async Task Refused(HttpResponseMessage answer, int status)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(site.Recorder.Handled);
        Assert.Empty(site.Channel.Channel.Calls);
    }

    private static DateTimeOffset Ago(int minutes) => DateTimeOffset.UtcNow.AddMinutes(-minutes);

    private static Action<JsonObject> Of(string? conversation, string? data) => activity =>
    {
        activity["conversation"] = new JsonObject { ["id"] = "a:1", ["tenantId"] = conversation };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = data } };
    };
}
