using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.Connector;

/// <summary>
/// Where the bot's own token may go (bot-protocol.md §3.2): https on the cloud's hosts and those of the settings. An activity names
/// its service URL, and the bot sends its token there, so an address that is not on this list is never called.
/// </summary>
internal sealed class ServiceHosts(IOptions<ConnectorOptions> options)
{
    private readonly string[] hosts = [.. options.Value.Addresses.ServiceHosts, .. options.Value.AllowedServiceHosts];

    public bool Allows(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) && Allows(address);

    public bool Allows(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0 && address.Query.Length == 0 && address.Fragment.Length == 0
        && hosts.Any(host => Is(address.IdnHost, host));

    // On a label's boundary: notbotframework.com is not botframework.com.
    private static bool Is(string name, string host) => host.StartsWith('.')
        ? name.EndsWith(host, StringComparison.OrdinalIgnoreCase) || name.Equals(host[1..], StringComparison.OrdinalIgnoreCase)
        : name.Equals(host, StringComparison.OrdinalIgnoreCase);
}
