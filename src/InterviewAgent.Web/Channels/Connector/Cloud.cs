namespace InterviewAgent.Web.Channels.Connector;

/// <summary>Where a bot is at home; each has its own addresses, and a token of one is nothing in another.</summary>
internal enum Cloud
{
    Public,
    UsGov,
    China,
}

/// <summary>The addresses of a cloud (bot-protocol.md §2.1, §3.2).</summary>
/// <param name="Issuer">The exact "iss" of what the channel signs.</param>
/// <param name="Metadata">OpenID metadata of that issuer: where its keys are.</param>
/// <param name="Authority">Where our own tokens come from; the tenant is appended.</param>
/// <param name="Scope">What our own tokens are for.</param>
/// <param name="ServiceHosts">Hosts of service URLs. One that begins with a dot stands for every name under it as well.</param>
internal sealed record CloudAddresses(
    string Issuer, string Metadata, string Authority, string Scope, IReadOnlyList<string> ServiceHosts)
{
    public static CloudAddresses Of(Cloud cloud) => cloud switch
    {
        Cloud.UsGov => new(
            "https://api.botframework.us", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
            "https://login.microsoftonline.us", "https://api.botframework.us/.default",
            [".botframework.azure.us", ".botframework.us", ".teams.microsoft.us"]),
        Cloud.China => new(
            "https://api.botframework.azure.cn", "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
            "https://login.partner.microsoftonline.cn", "https://api.botframework.azure.cn/.default",
            [".botframework.azure.cn"]),
        _ => new(
            "https://api.botframework.com", "https://login.botframework.com/v1/.well-known/openidconfiguration",
            "https://login.microsoftonline.com", "https://api.botframework.com/.default",
            [".botframework.com", "smba.trafficmanager.net", ".teams.microsoft.com", ".teams.microsoft.us"]),
    };
}
