using System.Net;

namespace InterviewAgent.Web.Security;

/// <summary>
/// Whether a call comes from this very machine and from nobody through it: both ends of the connection are loopback, no proxy's
/// header says that somebody else is behind it, and neither a foreign Host (a rebound name) nor a foreign Origin (a browser that was talked into it).
/// </summary>
internal static class ThisMachine
{
    private static readonly string[] Proxied = ["Forwarded", "Via", "X-Original-For", "X-Real-IP", "CF-Connecting-IP"];

    public static bool IsCalling(HttpContext http) =>
        IsLoopback(http.Connection.RemoteIpAddress) && IsLoopback(http.Connection.LocalIpAddress)
        && !http.Request.Headers.Keys.Any(IsProxys)
        && IsAddress($"http://{http.Request.Host.Host}/")
        && (http.Request.Headers.Origin is [] || (http.Request.Headers.Origin is [{ } origin] && IsAddress(origin)));

    /// <summary>An http or https address on loopback, without a user in it.</summary>
    public static bool IsAddress(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.IsLoopback && uri.UserInfo.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private static bool IsProxys(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || Proxied.Contains(header, StringComparer.OrdinalIgnoreCase);

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);
}
