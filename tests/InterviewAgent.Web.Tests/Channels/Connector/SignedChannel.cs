using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace InterviewAgent.Web.Tests.Channels.Connector;

/// <summary>
/// The channel as the server meets it: an issuer, a service URL, and signed activities posted to /api/messages of a whole
/// application. <see cref="Settings"/> is what the server must be told to be this channel's bot.
/// </summary>
public sealed class SignedChannel : IAsyncDisposable
{
    public const string AppId = "11111111-2222-4333-8444-555555555555";
    public const string Tenant = "99999999-8888-4777-8666-555555555555";

    private SignedChannel(FakeIssuer issuer, FakeChannel channel) => (Issuer, Channel) = (issuer, channel);

    public FakeIssuer Issuer { get; }
    public FakeChannel Channel { get; }

    public Dictionary<string, string> Settings => new()
    {
        ["Connector:AppId"] = AppId,
        ["Connector:TenantId"] = Tenant,
        ["Connector:Metadata"] = Issuer.Metadata,
        ["Connector:Authority"] = Issuer.Authority,
        ["Connector:Credential:Secret"] = "bot-secret",
        ["Connector:AllowedServiceHosts:0"] = "127.0.0.1",
    };

    public static async Task<SignedChannel> Start() => new(await FakeIssuer.Start(), await FakeChannel.Start());

    /// <summary>A message in a personal chat of Teams; members set to null are taken out.</summary>
    public JsonObject Activity(string text = "Hello", Action<JsonObject>? other = null)
    {
        JsonObject activity = new()
        {
            ["type"] = "message", ["id"] = Guid.NewGuid().ToString("N"), ["timestamp"] = "2026-11-22T08:00:00.123Z",
            ["channelId"] = "msteams", ["serviceUrl"] = Channel.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = "29:ada", ["name"] = "Ada Vale", ["aadObjectId"] = "5a1f4a3e-0000-4000-8000-00000000ada0" },
            ["recipient"] = new JsonObject { ["id"] = "28:" + AppId, ["name"] = "Interviews" },
            ["conversation"] = new JsonObject { ["id"] = "a:ada-and-the-bot", ["conversationType"] = "personal", ["tenantId"] = Tenant },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
            ["text"] = text, ["textFormat"] = "plain", ["locale"] = "en-GB",
        };
        other?.Invoke(activity);
        return activity;
    }

    public string Token(Func<ChannelToken, ChannelToken>? other = null) => Issuer.Token(AppId, Channel.ServiceUrl, other);

    /// <summary>Signed as the channel does it.</summary>
    public Task<HttpResponseMessage> Post(HttpClient client, JsonObject activity, Func<ChannelToken, ChannelToken>? other = null)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return Post(client, activity.ToJsonString(), "Bearer " + Token(other));
    }

    /// <param name="authorization">The whole header; null: none.</param>
    public static async Task<HttpResponseMessage> Post(HttpClient client, string body, string? authorization, string contentType = "application/json")
    {
        ArgumentNullException.ThrowIfNull(client);
        using StringContent content = new(body, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("/api/messages", UriKind.Relative)) { Content = content };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }
        return await client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        await Issuer.DisposeAsync();
        await Channel.DisposeAsync();
    }
}
