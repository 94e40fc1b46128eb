using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace InterviewAgent.Web.Tests.Channels.Connector;

/// <summary>
/// The channel's issuer: OpenID metadata and keys with endorsements over HTTP, and the tokens that go with them. Its keys can be
/// rotated and its documents can fail. It is also where the bot gets its own tokens (<see cref="Authority"/>).
/// </summary>
public sealed class FakeIssuer : LocalServer
{
    private readonly ConcurrentQueue<string> fetched = new();
    private readonly ConcurrentQueue<IReadOnlyDictionary<string, string>> asked = new();
    private SigningKey[] keys = [new("msteams", "webchat", "directline")];

    public const string Issuer = "https://api.botframework.com";

    public string Metadata => Address + "/v1/.well-known/openidconfiguration";

    /// <summary>Base of the token endpoint, the tenant is appended.</summary>
    public string Authority => Address;

    /// <summary>The key that signs unless a token says otherwise.</summary>
    public SigningKey Key => keys[0];

    /// <summary>Paths of the documents that were asked for, in order.</summary>
    public IReadOnlyList<string> Fetched => [.. fetched];

    /// <summary>Forms that were posted to the token endpoint, each with its "path".</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> TokensAskedFor => [.. asked];

    /// <summary>Status of every document while it is not 200.</summary>
    public int Status { get; set; } = 200;

    /// <summary>The text of every document instead of what belongs there.</summary>
    public string? Instead { get; set; }

    /// <summary>Status of the token endpoint while it is not 200, and how long its tokens last.</summary>
    public int TokenStatus { get; set; } = 200;
    public int TokenSeconds { get; set; } = 3600;

    public static async Task<FakeIssuer> Start()
    {
        FakeIssuer issuer = new();
        await issuer.Listen(issuer.Map);
        return issuer;
    }

    /// <summary>The old key is gone from the documents; what it signed is worth nothing once they are read again.</summary>
    public SigningKey Rotate(params string[] endorsements)
    {
        Publish(new SigningKey(endorsements is [] ? ["msteams", "webchat", "directline"] : endorsements));
        return Key;
    }

    public void Publish(params SigningKey[] published) => keys = published;

    /// <summary>A good token of the channel for this bot; <paramref name="other"/> makes it less so.</summary>
    public string Token(string appId, string serviceUrl, Func<ChannelToken, ChannelToken>? other = null)
    {
        ChannelToken good = new(Key) { Audience = appId, ServiceUrl = serviceUrl };
        return (other?.Invoke(good) ?? good).Write();
    }

    private void Map(WebApplication app)
    {
        app.MapGet("/v1/.well-known/openidconfiguration", (HttpContext http) => Document(http, new
        {
            issuer = Issuer,
            authorization_endpoint = "https://invalid.botframework.com",
            jwks_uri = Address + "/v1/.well-known/keys",
            id_token_signing_alg_values_supported = new[] { "RS256" },
            token_endpoint_auth_methods_supported = new[] { "private_key_jwt" },
        }));
        app.MapGet("/v1/.well-known/keys", (HttpContext http) => Document(http, new { keys = keys.Select(key => key.Public()) }));
        app.MapPost("/{tenant}/oauth2/v2.0/token", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            asked.Enqueue(form.ToDictionary(field => field.Key, field => field.Value.ToString()).Append(new("path", http.Request.Path)).ToDictionary());
            return TokenStatus == 200
                ? Results.Json(new { token_type = "Bearer", expires_in = TokenSeconds, access_token = "bot-token-" + asked.Count })
                : Results.Json(new { error = "invalid_client" }, statusCode: TokenStatus);
        });
    }

    private IResult Document(HttpContext http, object document)
    {
        fetched.Enqueue(http.Request.Path);
        return Status == 200
            ? Results.Text(Instead ?? JsonSerializer.Serialize(document), "application/json")
            : Results.StatusCode(Status);
    }
}
