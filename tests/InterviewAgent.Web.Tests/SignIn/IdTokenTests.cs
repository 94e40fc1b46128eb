using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using InterviewAgent.Web.SignIn.OpenIdConnect;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace InterviewAgent.Web.Tests.SignIn;

/// <summary>Each rule of OpenID Connect Core 1.0, 3.1.3.7, broken by itself.</summary>
public sealed class IdTokenTests : IDisposable
{
    private const string Issuer = "https://login.example";
    private const string Nonce = "n-0S6_WzA2Mj";
    private readonly RSA rsa = RSA.Create(2048);
    private readonly RSA stranger = RSA.Create(2048);

    [Fact]
    public async Task A_good_token_is_read() => Assert.Equal("m.rossi", (await Read(Token()))!.FindFirst("sub")!.Value);

    public static TheoryData<string> Broken() =>
        ["issuer", "audience", "expired", "not-yet", "no-expiry", "nonce", "no-nonce", "key", "none", "hmac", "others", "azp", "garbage", "missing"];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_broken_one_is_refused(string what)
    {
        var now = DateTime.UtcNow;
        var token = what switch
        {
            "issuer" => Token(issuer: "https://evil.example"),
            "audience" => Token(audience: ["somebody-else"]),
            "expired" => Token(from: now.AddHours(-2), until: now.AddHours(-1)),
            "not-yet" => Token(from: now.AddHours(1), until: now.AddHours(2)),
            "no-expiry" => Unsigned("RS256", expiry: false),
            "nonce" => Token(nonce: "another"),
            "no-nonce" => Token(nonce: null),
            "key" => Token(key: new RsaSecurityKey(stranger) { KeyId = "k1" }),
            "none" => Unsigned("none"),
            "hmac" => Token(key: new SymmetricSecurityKey(Encoding.UTF8.GetBytes("the-client-secret-is-long-enough-for-it")), algorithm: SecurityAlgorithms.HmacSha256),
            "others" => Token(audience: ["dashboard", "somebody-else"]),
            "azp" => Token(authorised: "somebody-else"),
            "garbage" => "not.a.token",
            _ => null,
        };
        await Assert.ThrowsAsync<AuthenticationFailureException>(() => Read(token));
    }

    private Task<ClaimsIdentity> Read(string? token)
    {
        Provider provider = new(Options.Create(new OpenIdOptions { Authority = Issuer, ClientId = "dashboard" }), new Published(rsa), TimeProvider.System);
        return provider.Read(token, Nonce, default);
    }

    private string Token(
        string issuer = Issuer, string[]? audience = null, string? nonce = Nonce, DateTime? from = null, DateTime? until = null, SecurityKey? key = null,
        string algorithm = SecurityAlgorithms.RsaSha256, string? authorised = null)
    {
        Dictionary<string, object> claims = new() { ["sub"] = "m.rossi" };
        if (nonce is not null)
        {
            claims["nonce"] = nonce;
        }
        if (authorised is not null)
        {
            claims["azp"] = authorised;
        }
        SecurityTokenDescriptor told = new()
        {
            Issuer = issuer, Claims = claims, NotBefore = from ?? DateTime.UtcNow.AddMinutes(-1), Expires = until ?? DateTime.UtcNow.AddMinutes(5),
            SigningCredentials = new SigningCredentials(key ?? new RsaSecurityKey(rsa) { KeyId = "k1" }, algorithm),
        };
        foreach (var one in audience ?? ["dashboard"])
        {
            told.Audiences.Add(one);
        }
        return new JsonWebTokenHandler().CreateToken(told);
    }

    private string Unsigned(string algorithm, bool expiry = true)
    {
        var until = DateTimeOffset.UtcNow.AddMinutes(5).ToUnixTimeSeconds();
        var text = Encoded($$"""{"alg":"{{algorithm}}","kid":"k1"}""") + "." + Encoded($$"""{"iss":"{{Issuer}}","aud":"dashboard","sub":"m.rossi","nonce":"{{Nonce}}"{{(expiry ? $",\"exp\":{until}" : "")}}}""");
        return text + "." + (algorithm == "none" ? "" : Base64UrlEncoder.Encode(rsa.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)));
    }

    private static string Encoded(string json) => Base64UrlEncoder.Encode(json);

    public void Dispose()
    {
        rsa.Dispose();
        stranger.Dispose();
    }

    /// <summary>What the provider publishes, and nothing else answers.</summary>
    private sealed class Published(RSA rsa) : HttpMessageHandler, IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(false)) { KeyId = "k1" });
            object? said = request.RequestUri!.AbsolutePath switch
            {
                "/.well-known/openid-configuration" => new { issuer = Issuer, authorization_endpoint = Issuer + "/auth", token_endpoint = Issuer + "/token", jwks_uri = Issuer + "/keys" },
                "/keys" => new { keys = new[] { new { kty = "RSA", use = "sig", kid = "k1", n = key.N, e = key.E } } },
                _ => null,
            };
            return Task.FromResult(new HttpResponseMessage(said is null ? HttpStatusCode.NotFound : HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(said)) });
        }
    }
}
