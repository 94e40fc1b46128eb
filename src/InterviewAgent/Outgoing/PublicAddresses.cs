using System.Net;
using System.Net.Sockets;

namespace InterviewAgent.Outgoing;

/// <summary>Connects to public addresses only. Decided on the address that is connected to, so that a name which changes its mind between asking and calling gains nothing.</summary>
internal static class PublicAddresses
{
    /// <summary>Read of an answer that nobody wants, so that its connection can be used again; what is longer is cut off.</summary>
    private const int MostRead = 8 << 10;

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    // The special-purpose registries of IANA (RFC 6890), 6to4 and Teredo, which carry an IPv4 address inside, and Azure's host at 168.63.129.16, which
    // lies in a public range and answers virtual machines only.
    private static readonly IPNetwork[] Private =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == AddressFamily.InterNetwork || Global6.Contains(plain)) && !Private.Any(network => network.Contains(plain));
    }

    /// <summary>An address that is written as a number and lies in a private range; a name is looked up when it is called.</summary>
    public static bool IsPrivateNumber(Uri uri) => IPAddress.TryParse(uri.IdnHost.Trim('[', ']'), out var number) && !IsPublic(number);

    /// <summary>No redirects, no cookies, no proxy of the environment, no more than a little of the answer: one address is called.</summary>
    /// <param name="proxy">Null: none. A proxy is reached wherever it stands, and it decides what may be reached through it.</param>
    public static SocketsHttpHandler Handler(bool allowPrivate, Uri? proxy = null)
    {
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false, UseProxy = proxy is not null, Proxy = proxy is null ? null : new WebProxy(proxy), UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(15), PooledConnectionLifetime = TimeSpan.FromMinutes(1), MaxResponseHeadersLength = 16, MaxResponseDrainSize = MostRead,
        };
        if (proxy is null)
        {
            handler.ConnectCallback = (context, cancellation) => Connect(context.DnsEndPoint, allowPrivate, cancellation);
        }
        return handler;
    }

    private static async ValueTask<Stream> Connect(DnsEndPoint to, bool allowPrivate, CancellationToken cancellation)
    {
        var found = await Dns.GetHostAddressesAsync(to.Host, cancellation);
        var open = found.Where(address => allowPrivate || IsPublic(address)).ToArray();
        if (open.Length == 0)
        {
            throw new PrivateAddressException();
        }
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, to.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

internal sealed class PrivateAddressException() : IOException("The address lies in a private network.");
