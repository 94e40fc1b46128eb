using System.Security.Cryptography;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.SignIn.OpenIdConnect;

/// <summary>
/// The authorisation code flow with PKCE: the framework's OAuth handler, told where the provider lives by the provider's own metadata, with a
/// nonce that the ID token has to repeat (OpenID Connect Core 1.0, 3.1.2.1 and 3.1.3.7).
/// </summary>
internal sealed class OpenIdHandler(
    Provider provider, IOptionsMonitor<OAuthOptions> options, ILoggerFactory logger, UrlEncoder encoder) : OAuthHandler<OAuthOptions>(options, logger, encoder)
{
    public const string Name = "openid";
    private const string Nonce = "nonce";

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        properties.Items[Nonce] = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        if (await Unreachable() is { } failure)
        {
            await Events.RemoteFailure(new RemoteFailureContext(Context, Scheme, Options, failure));
            return;
        }

        await base.HandleChallengeAsync(properties);
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync() =>
        await Unreachable() is { } failure ? HandleRequestResult.Fail(failure) : await base.HandleRemoteAuthenticateAsync();

    /// <summary>Why the provider's metadata cannot be read, which its reader wraps once; null: they are known.</summary>
    private async Task<Exception?> Unreachable()
    {
        try
        {
            await provider.Tell(Options, Context.RequestAborted);
            return null;
        }
        catch (InvalidOperationException away)
        {
            return away.GetBaseException();
        }
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri) =>
        QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), Nonce, properties.Items[Nonce]!);

    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        System.Security.Claims.ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        properties.Items.Remove(Nonce, out var nonce);
        var claims = await provider.Read(tokens.Response?.RootElement.GetProperty("id_token").GetString(), nonce, Context.RequestAborted);
        return new AuthenticationTicket(new System.Security.Claims.ClaimsPrincipal(claims), properties, Name);
    }
}
