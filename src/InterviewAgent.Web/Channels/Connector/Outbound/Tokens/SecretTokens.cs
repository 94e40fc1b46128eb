using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.Connector.Outbound.Tokens;

/// <summary>
/// Client credentials with a secret (bot-protocol.md §3.3). Our own twenty lines, because Azure.Identity refuses an authority
/// that is not https, and a proxy of a government cloud or a test may stand on this very machine.
/// </summary>
internal sealed partial class SecretTokens(IHttpClientFactory clients, IOptions<ConnectorOptions> options, TimeProvider clock) : IIssueTokens
{
    /// <summary>Where bots of many tenants get theirs; none can be registered since 2025-07-31, and those that exist work on.</summary>
    private const string ManyTenants = "botframework.com";
    private const string ManyTenantsOfUsGov = "MicrosoftServices.onmicrosoft.us";

    public async Task<TokenAnswer> Issue(CancellationToken cancellation)
    {
        var settings = options.Value;
        var tenant = settings.TenantId.Length > 0 ? settings.TenantId : settings.Cloud == Cloud.UsGov ? ManyTenantsOfUsGov : ManyTenants;
        Uri address = new($"{settings.Addresses.Authority.TrimEnd('/')}/{Uri.EscapeDataString(tenant)}/oauth2/v2.0/token");
        using FormUrlEncodedContent form = new(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = settings.AppId, ["client_secret"] = settings.Credential.Secret,
            ["scope"] = settings.Addresses.Scope,
        });
        try
        {
            using var client = clients.CreateClient(OutboundSetup.Client);
            client.Timeout = TimeSpan.FromSeconds(settings.Outbound.TimeoutSeconds);
            using var answer = await client.PostAsync(address, form, cancellation);
            var body = await answer.Content.ReadAsStringAsync(cancellation);
            return answer.IsSuccessStatusCode && JsonSerializer.Deserialize<Given>(body) is { Token.Length: > 0, Seconds: > 0 } given
                ? new(given.Token, clock.GetUtcNow().AddSeconds(given.Seconds))
                : TokenAnswer.None($"the authority answered {(int)answer.StatusCode} {ErrorCode().Match(body).Value}".TrimEnd());
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return TokenAnswer.None($"the authority was not reached or not understood ({failure.GetType().Name})");
        }
    }

    [GeneratedRegex("AADSTS[0-9]{1,12}")]
    private static partial Regex ErrorCode();

    private sealed record Given(
        [property: JsonPropertyName("access_token")] string Token, [property: JsonPropertyName("expires_in")] int Seconds);
}
