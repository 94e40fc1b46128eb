using System.Net;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.Connector;

/// <summary>
/// The one way in without a token (bot-protocol.md §2.4): asked for in the settings, no app id, and everything about the call is of
/// this machine. A proxy's header means that the caller is not; a foreign Host or Origin, that a browser was talked into it.
/// </summary>
internal sealed class LoopbackOnly(IOptions<ConnectorOptions> options)
{
    private static readonly string[] Proxied =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Real-IP", "Via", "CF-Connecting-IP"];

    public bool Open => options.Value.IsAnonymous;

    /// <summary>Null: let in.</summary>
    public Refusal? Refuses(HttpContext http, ChannelActivity activity) =>
        Refuses(http) ?? (IsLoopbackAddress(activity.ServiceUrl) ? null : Refusal.ServiceUrl);

    public Refusal? Refuses(HttpContext http) => Open && IsOfThisMachine(http) ? null : Refusal.Token;

    private static bool IsOfThisMachine(HttpContext http) =>
        IsLoopback(http.Connection.RemoteIpAddress) && IsLoopback(http.Connection.LocalIpAddress)
        && !Proxied.Any(http.Request.Headers.ContainsKey)
        && IsLoopback(http.Request.Host.Host)
        && (http.Request.Headers.Origin is [] || (http.Request.Headers.Origin is [{ } origin] && IsLoopbackAddress(origin)));

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    private static bool IsLoopback(string host) => IsLoopbackAddress($"http://{host}/");

    private static bool IsLoopbackAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
}
