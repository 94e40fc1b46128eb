using System.ComponentModel.DataAnnotations;
using InterviewAgent.Web.Channels.Connector.Outbound;

namespace InterviewAgent.Web.Channels.Connector;

/// <summary>Section "Connector": the bot's identity, its cloud, and whom it talks to.</summary>
internal sealed class ConnectorOptions : IValidatableObject
{
    /// <summary>The bot's application id. Empty: nothing signed can be meant for us, and /api/messages refuses all.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The tenant of a single-tenant bot: where it gets its own tokens.</summary>
    public string TenantId { get; set; } = "";

    public Cloud Cloud { get; set; } = Cloud.Public;

    /// <summary>Instead of the cloud's own, where a proxy or a test stands in; empty: the cloud's.</summary>
    public string Issuer { get; set; } = "";
    public string Metadata { get; set; } = "";
    public string Authority { get; set; } = "";
    public string Scope { get; set; } = "";

    /// <summary>Customers' tenants that may talk to the bot; empty: all.</summary>
    public IList<string> AllowedTenants { get; } = [];

    /// <summary>Hosts of service URLs beside the cloud's, where our token may go too; http only for this very machine.</summary>
    public IList<string> AllowedServiceHosts { get; } = [];

    /// <summary>Endorsements a key must carry beside the channel's own.</summary>
    public IList<string> RequiredEndorsements { get; } = [];

    /// <summary>For the Agents Playground and the demo: calls from this machine without a token, while <see cref="AppId"/> is empty.</summary>
    public bool AllowAnonymousOnLoopback { get; set; }

    /// <summary>A message that is not handled by then is stored and acknowledged, and handled after that. Teams sends it again after 15 seconds.</summary>
    [Range(1, 14_000)]
    public int AcknowledgeMilliseconds { get; set; } = 2000;

    /// <summary>How long a stored message is left to whoever is at it; then they are taken for dead.</summary>
    [Range(1, 600)]
    public int LeaseSeconds { get; set; } = 15;

    /// <summary>Messages that one conversation may send at once, and how many more every second.</summary>
    [Range(1, 10_000)]
    public int ConversationBurst { get; set; } = 120;
    [Range(1, 1000)]
    public int ConversationPerSecond { get; set; } = 2;

    /// <summary>Messages that one tenant may send in a second, all its people together.</summary>
    [Range(1, 1_000_000)]
    public int TenantPerSecond { get; set; } = 2000;

    public CredentialOptions Credential { get; set; } = new();

    public OutboundOptions Outbound { get; set; } = new();

    /// <summary>Nobody shows a token, and nobody is called but this machine.</summary>
    internal bool IsAnonymous => AllowAnonymousOnLoopback && AppId.Length == 0;

    internal CloudAddresses Addresses => CloudAddresses.Of(Cloud) is var own
        ? own with
        {
            Issuer = Or(Issuer, own.Issuer),
            Metadata = Or(Metadata, own.Metadata),
            Authority = Or(Authority, own.Authority),
            Scope = Or(Scope, own.Scope),
        }
        : null!;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, address) in new[] { (nameof(Metadata), Addresses.Metadata), (nameof(Authority), Addresses.Authority) })
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)
                || (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
            {
                yield return new("this must be an https address (http only on this very machine).", [name]);
            }
        }
        List<ValidationResult> outbound = [];
        Validator.TryValidateObject(Outbound, new ValidationContext(Outbound), outbound, validateAllProperties: true);
        foreach (var wrong in outbound)
        {
            yield return wrong;
        }
        foreach (var host in AllowedServiceHosts.Where(host => Uri.CheckHostName(host.TrimStart('.')) == UriHostNameType.Unknown))
        {
            yield return new($"\"{host}\" is not a host name; write it without https:// and path.", [nameof(AllowedServiceHosts)]);
        }
    }

    private static string Or(string set, string own) => string.IsNullOrWhiteSpace(set) ? own : set.Trim();
}
