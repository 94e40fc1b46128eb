using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
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
            or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            // The message of these may name the file or the identity, never a secret; the type says enough for a log.
            return TokenAnswer.None($"{options.Value.Credential.Kind} was not accepted ({failure.GetType().Name})");
        }
    }

#pragma warning disable CA1859 // Two kinds come out of it.
    private static TokenCredential Credential(ConnectorOptions settings, IConfiguration configuration) =>
#pragma warning restore CA1859
        settings.Credential.Kind == CredentialKind.ManagedIdentity
            ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(settings.AppId))
            : new ClientCertificateCredential(settings.TenantId, settings.AppId, Certificate(settings.Credential, configuration),
                new ClientCertificateCredentialOptions { AuthorityHost = new Uri(settings.Addresses.Authority), SendCertificateChain = true });

    private static X509Certificate2 Certificate(CredentialOptions settings, IConfiguration configuration)
    {
        var file = SettingsSection.Rooted(configuration, settings.CertificateFile);
        var password = settings.CertificatePassword is { Length: > 0 } set ? set : null;
        return Path.GetExtension(file).ToUpperInvariant() is not (".PEM" or ".CRT" or ".CER")
            ? X509CertificateLoader.LoadPkcs12FromFile(file, password)
            : password is null ? X509Certificate2.CreateFromPemFile(file) : X509Certificate2.CreateFromEncryptedPemFile(file, password);
    }
}
