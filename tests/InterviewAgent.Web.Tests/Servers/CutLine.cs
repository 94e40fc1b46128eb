using System.Net;
using System.Net.Sockets;

namespace InterviewAgent.Web.Tests.Servers;

/// <summary>A line to a server that can be cut: nothing is refused and nothing comes through, as when a cable is pulled.</summary>
public sealed class CutLine : IAsyncDisposable
{
    private readonly int to;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Task accepting;
    private volatile TaskCompletionSource open = Opened();

    public CutLine(int to)
    {
        this.to = to;
        listener.Start(512);
        accepting = Accept();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Cut() => open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What was held back goes on its way.</summary>
    public void Mend() => open.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        await accepting;
        end.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                _ = Join(await listener.AcceptTcpClientAsync(end.Token));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task Join(TcpClient near)
    {
        using (near)
        using (TcpClient far = new() { NoDelay = true })
        {
            near.NoDelay = true;
            try
            {
                await open.Task.WaitAsync(end.Token);
                await far.ConnectAsync(IPAddress.Loopback, to, end.Token);
                await Task.WhenAny(Pass(near.GetStream(), far.GetStream()), Pass(far.GetStream(), near.GetStream()));
            }
            catch (Exception gone) when (gone is OperationCanceledException or IOException or SocketException)
            {
                // One side left.
            }
        }
    }

    private async Task Pass(NetworkStream from, NetworkStream into)
    {
        var buffer = new byte[1 << 16];
        try
        {
            for (int read; (read = await from.ReadAsync(buffer, end.Token)) > 0;)
            {
                await open.Task.WaitAsync(end.Token);
                await into.WriteAsync(buffer.AsMemory(0, read), end.Token);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // One side left.
        }
    }

    private static TaskCompletionSource Opened()
    {
        TaskCompletionSource done = new();
        done.SetResult();
        return done;
    }
}
