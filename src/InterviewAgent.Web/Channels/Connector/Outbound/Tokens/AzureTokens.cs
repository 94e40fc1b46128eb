using Azure.Core;
using Azure.Identity;
using InterviewAgent.Settings;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.Connector.Outbound.Tokens;

/// <summary>A certificate, or the identity of the machine.</summary>
internal sealed class AzureTokens(IOptions<ConnectorOptions> options, IConfiguration configuration) : IIssueTokens
{
    private readonly Lazy<TokenCredential> credential = new(() => Credential(options.Value, configuration));

    public async Task<TokenAnswer> Issue(CancellationToken cancellation)
    {
        try
        {
            var token = await credential.Value.GetTokenAsync(new TokenRequestContext([options.Value.Addresses.Scope]), cancellation);
            return new(token.Token, token.ExpiresOn);
        }
        catch (Exception failure) when (failure is AuthenticationFailedException or CredentialUnavailableException or IOException
            or UnauthorizedAccessException or System.Security.Cryptography.CryptographicException)
        {
            // The message of these may name the file or the identity, never a secret; the type says enough for a log.
            return TokenAnswer.None($"{options.Value.Credential.Kind} was not accepted ({failure.GetType().Name})");
        }
    }

    private static TokenCredential Credential(ConnectorOptions settings, IConfiguration configuration) =>
        settings.Credential.Kind == CredentialKind.ManagedIdentity
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(settings.AppId))
            : new ClientCertificateCredential(
                settings.TenantId, settings.AppId, SettingsSection.Rooted(configuration, settings.Credential.CertificateFile),
                settings.Credential.CertificatePassword is { Length: > 0 } password ? password : null,
                new ClientCertificateCredentialOptions { AuthorityHost = new Uri(settings.Addresses.Authority), SendCertificateChain = true });
}
