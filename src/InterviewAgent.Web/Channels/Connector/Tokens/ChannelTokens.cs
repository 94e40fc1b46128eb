using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace InterviewAgent.Web.Channels.Connector.Tokens;

/// <summary>
/// Whether a call comes from the channel and was meant for this bot and this activity (bot-protocol.md §2.2; the numbers are its
/// rules). The path is never chosen by the activity: there is one, the configured cloud's channel.
/// </summary>
internal sealed class ChannelTokens : IDisposable
{
    private const int LongestToken = 16 * 1024;
    private static readonly string[] Algorithms =
        [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly ConnectorOptions options;
    private readonly string issuer;
    private readonly ServiceHosts hosts;
    private readonly IssuerKeys keys;

    public ChannelTokens(
        IOptions<ConnectorOptions> options, ServiceHosts hosts, IHttpClientFactory http, TimeProvider clock, ILogger<ChannelTokens> logger)
    {
        this.options = options.Value;
        this.hosts = hosts;
        issuer = this.options.Addresses.Issuer;
        keys = new(this.options.Addresses.Metadata, http.CreateClient(nameof(IssuerKeys)), clock, logger);
    }

    /// <summary>Null: let in.</summary>
    public async Task<Refusal?> Check(StringValues authorization, ChannelActivity activity, CancellationToken cancellation)
    {
        var (token, key, refusal) = await Read(authorization, cancellation);
        return refusal ?? NotAllowed(token!, key!, activity);
    }

    /// <summary>Null: the channel calls. For what is not known yet what it says: rules 1 to 6.</summary>
    public async Task<Refusal?> Check(StringValues authorization, CancellationToken cancellation) => (await Read(authorization, cancellation)).Refusal;

    private async Task<(JsonWebToken? Token, JsonWebKey? Key, Refusal? Refusal)> Read(StringValues authorization, CancellationToken cancellation)
    {
        // All that can be known without asking the issuer comes first: a stranger's token causes no call of ours.
        if (!TryRead(authorization, out var token) || !IsPlausible(token))
        {
            return (null, null, Refusal.Token);
        }
        try
        {
            return await keys.Find(token.Kid, cancellation) is { } key && await IsSigned(token, key)
                ? (token, key, null)
                : (null, null, Refusal.Token);
        }
        catch (IssuerUnreachableException)
        {
            return (null, null, Refusal.Unavailable);
        }
    }

    public void Dispose() => keys.Dispose();

    /// <summary>Rules 1 and 2: one header of two words, and a signed token of three parts.</summary>
    private static bool TryRead(StringValues authorization, [NotNullWhen(true)] out JsonWebToken? token)
    {
        token = null;
        if (authorization is not [{ Length: < LongestToken } header] || header.Split(' ') is not [var scheme, var text]
            || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) || text.Count(letter => letter == '.') != 2)
        {
            return false;
        }
        try
        {
            token = new JsonWebToken(text);
            return true;
        }
        catch (Exception malformed) when (malformed is ArgumentException or SecurityTokenException or JsonException or FormatException)
        {
            return false;
        }
    }

    /// <summary>Rules 2 to 4, and no header that we would have to understand and do not ("crit").</summary>
    private bool IsPlausible(JsonWebToken token)
    {
        try
        {
            return Algorithms.Contains(token.Alg, StringComparer.Ordinal)
                && !string.IsNullOrEmpty(token.Kid)
                && string.Equals(token.Issuer, issuer, StringComparison.Ordinal)
                && IsForUs(token.Audiences)
                && !token.TryGetHeaderValue<object>("crit", out _);
        }
        catch (Exception malformed) when (malformed is ArgumentException or SecurityTokenException or InvalidOperationException or JsonException)
        {
            return false;
        }
    }

    private bool IsForUs(IEnumerable<string> audiences) =>
        options.AppId.Length > 0 && audiences.ToList() is [var only] && string.Equals(only, options.AppId, StringComparison.OrdinalIgnoreCase);

    /// <summary>Rules 2 to 6 by the library, with the one key that the token names.</summary>
    private async Task<bool> IsSigned(JsonWebToken token, JsonWebKey key)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = issuer,
            AudienceValidator = (audiences, _, _) => IsForUs(audiences),
            ValidAlgorithms = Algorithms,
            IssuerSigningKey = key,
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromMinutes(5),
        });
        return result.IsValid;
    }

    /// <summary>Rules 7 to 9, for a token that is good in itself.</summary>
    private Refusal? NotAllowed(JsonWebToken token, JsonWebKey key, ChannelActivity activity)
    {
        var endorsements = Endorsements(key);
        if (!endorsements.Contains(activity.ChannelId!) || !options.RequiredEndorsements.All(endorsements.Contains))
        {
            return Refusal.Endorsement;
        }
        if (!token.TryGetPayloadValue<string>("serviceurl", out var signed) || !IsSame(signed, activity.ServiceUrl) || !hosts.Allows(activity.ServiceUrl))
        {
            return Refusal.ServiceUrl;
        }
        return IsOurCustomer(activity) ? null : Refusal.Tenant;
    }

    private static HashSet<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var list) && list is JsonElement { ValueKind: JsonValueKind.Array } names
            ? [.. names.EnumerateArray().Where(name => name.ValueKind == JsonValueKind.String).Select(name => name.GetString()!)]
            : [];

    private static bool IsSame(string? signed, string? named) =>
        !string.IsNullOrEmpty(signed) && named is not null
        && string.Equals(WithoutSlash(signed), WithoutSlash(named), StringComparison.OrdinalIgnoreCase);

    private static string WithoutSlash(string address) => address.EndsWith('/') ? address[..^1] : address;

    /// <summary>Both places where a tenant stands, so that they cannot say different things.</summary>
    private bool IsOurCustomer(ChannelActivity activity)
    {
        if (options.AllowedTenants.Count == 0)
        {
            return true;
        }
        string?[] named = [activity.Conversation?.TenantId, activity.DataTenantId];
        return named.Any(tenant => tenant is not null)
            && named.All(tenant => tenant is null || options.AllowedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase));
    }
}
