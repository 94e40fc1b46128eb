using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace InterviewAgent.Tests.Webhooks;

/// <summary>One request as the receiver took it.</summary>
internal sealed record Received(string Id, string Timestamp, string Signature, string Body, IReadOnlyDictionary<string, string> Headers);

/// <summary>How the receiver answers.</summary>
internal abstract record Way
{
    public sealed record Says(int Status, string Header = "", int BodyBytes = 0) : Way;

    /// <summary>Takes the request whole and ends the connection without a word.</summary>
    public sealed record Cuts : Way;

    /// <summary>Takes the request whole and says nothing.</summary>
    public sealed record Hangs : Way;
}

/// <summary>A receiver over raw TCP on loopback: HTTP/1.1 that fails as a test tells it to.</summary>
internal sealed class Receiver : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly List<Received> taken = [];

    public Receiver()
    {
        listener.Start();
        _ = Listen();
    }

    public string Url => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/hook";

    /// <summary>By the number of the request, from 1.</summary>
    public Func<int, Way> Answer { get; set; } = _ => new Way.Says(204);

    public IReadOnlyList<Received> Taken
    {
        get
        {
            lock (taken)
            {
                return [.. taken];
            }
        }
    }

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                _ = Serve(await listener.AcceptTcpClientAsync(end.Token));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task Serve(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                while (await Read(stream) is { } request)
                {
                    int n;
                    lock (taken)
                    {
                        taken.Add(request);
                        n = taken.Count;
                    }
                    switch (Answer(n))
                    {
                        case Way.Says says:
                            var head = $"HTTP/1.1 {says.Status} x\r\n{says.Header}Content-Length: {says.BodyBytes.ToString(CultureInfo.InvariantCulture)}\r\n\r\n";
                            await stream.WriteAsync(Encoding.ASCII.GetBytes(head + new string('x', says.BodyBytes)), end.Token);
                            break;
                        case Way.Hangs:
                            await Task.Delay(Timeout.Infinite, end.Token);
                            break;
                        default:
                            return;
                    }
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or IOException or ObjectDisposedException)
            {
            }
        }
    }

    private async Task<Received?> Read(NetworkStream stream)
    {
        StringBuilder head = new();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one, end.Token) == 0)
            {
                return null;
            }
            head.Append((char)one[0]);
        }
        var headers = head.ToString().Split("\r\n").Skip(1).Where(line => line.Contains(':', StringComparison.Ordinal))
            .ToDictionary(line => line[..line.IndexOf(':', StringComparison.Ordinal)].ToLowerInvariant(), line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
        var body = new byte[int.Parse(headers["content-length"], CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, end.Token);
        return new(headers["webhook-id"], headers["webhook-timestamp"], headers["webhook-signature"], Encoding.UTF8.GetString(body), headers);
    }

    public void Dispose()
    {
        end.Cancel();
        listener.Dispose();
        end.Dispose();
    }
}
