using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace InterviewAgent.Web.SignIn.OpenIdConnect;

/// <summary>The provider as its published metadata says: where people are sent, and by which keys its tokens are signed.</summary>
internal sealed class Provider
{
    /// <summary>Asymmetric only: with a shared key, whoever reads our secret could sign anybody in.</summary>
    private static readonly string[] Algorithms =
        [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384];

    private static readonly JsonWebTokenHandler Tokens = new() { MapInboundClaims = false };

    private readonly OpenIdOptions options;
    private readonly TimeProvider clock;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> metadata;

    public Provider(IOptions<OpenIdOptions> options, IHttpClientFactory http, TimeProvider clock)
    {
        (this.options, this.clock) = (options.Value, clock);
        metadata = new(
            this.options.Authority.TrimEnd('/') + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http.CreateClient(OpenIdHandler.Name)) { RequireHttps = !new Uri(this.options.Authority).IsLoopback });
    }

    public async Task Tell(OAuthOptions oauth, CancellationToken cancellation)
    {
        var known = await metadata.GetConfigurationAsync(cancellation);
        (oauth.AuthorizationEndpoint, oauth.TokenEndpoint) = (known.AuthorizationEndpoint, known.TokenEndpoint);
    }

    /// <summary>The claims of an ID token that this provider signed for us, now, for this very sign-in.</summary>
    /// <exception cref="AuthenticationFailureException">Anything about it is not so.</exception>
    public async Task<ClaimsIdentity> Read(string? token, string? nonce, CancellationToken cancellation)
    {
        var known = await metadata.GetConfigurationAsync(cancellation);
        var read = await Tokens.ValidateTokenAsync(token, Rules(known));
        if (read.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            metadata.RequestRefresh(); // The keys were changed since they were read.
            read = await Tokens.ValidateTokenAsync(token, Rules(await metadata.GetConfigurationAsync(cancellation)));
        }

        if (!read.IsValid)
        {
            throw new AuthenticationFailureException("The ID token is refused: " + read.Exception?.GetType().Name);
        }

        var said = read.ClaimsIdentity.FindFirst("nonce")?.Value;
        if (nonce is null || said is null || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(nonce), Encoding.UTF8.GetBytes(said)))
        {
            throw new AuthenticationFailureException("The ID token is of another sign-in.");
        }

        // More than one audience: it has to name us as the party it was given to.
        var authorised = read.ClaimsIdentity.FindFirst("azp")?.Value;
        return (authorised ?? options.ClientId) == options.ClientId && (authorised is not null || read.ClaimsIdentity.FindAll("aud").Count() == 1)
            ? read.ClaimsIdentity
            : throw new AuthenticationFailureException("The ID token was given to somebody else.");
    }

    private TokenValidationParameters Rules(OpenIdConnectConfiguration known) => new()
    {
        ValidIssuer = known.Issuer, ValidAudience = options.ClientId, IssuerSigningKeys = known.SigningKeys, ValidAlgorithms = Algorithms,
        RequireSignedTokens = true, RequireExpirationTime = true, ClockSkew = TimeSpan.FromMinutes(2),
        LifetimeValidator = (from, until, _, rules) => until > clock.GetUtcNow().UtcDateTime - rules.ClockSkew && (from is null || from < clock.GetUtcNow().UtcDateTime + rules.ClockSkew),
    };
}
