using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.DirectLine.Conformance;

/// <summary>
/// Who may talk to the conformance guide: a caller on this very machine, where the guide is switched on. A proxy on this machine
/// that passes others on shows by its headers, a rebound name by its host.
/// </summary>
internal sealed class ConformanceDoor(IOptions<DirectLineOptions> options)
{
    public bool Admits(HttpContext http) => options.Value.ConformanceGuide
        && IsLoopback(http.Connection.RemoteIpAddress) && IsLoopback(http.Connection.LocalIpAddress) && IsLoopback(http.Request.Host.Host)
        && !http.Request.Headers.Keys.Any(name => name is "Forwarded" or "Via" || name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase));

    /// <summary>Constant in time, whatever the lengths.</summary>
    public bool IsSecret(string token) =>
        CryptographicOperations.FixedTimeEquals(Hash(token), Hash(options.Value.Secret)) && options.Value.Secret.Length > 0;

    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
