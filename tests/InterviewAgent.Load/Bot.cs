using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace InterviewAgent.Load;

/// <summary>A bot in a process of its own.</summary>
internal abstract class Bot(Channel channel) : IAsyncDisposable
{
    private Process? process;

    public abstract string Name { get; }
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");
    public Uri Messages => new(Address, "/api/messages");

    /// <summary>True: says something when the app is installed.</summary>
    public virtual bool Greets => false;

    /// <summary>Who writes in the n-th conversation: the directory's id of the person.</summary>
    public virtual string Person(int n) => $"5a1f4a3e-0000-4000-8000-{n.ToString("x12", CultureInfo.InvariantCulture)}";

    protected Channel Channel => channel;

    public async Task Start()
    {
        var start = await Command();
        start.RedirectStandardOutput = true;
        process = Process.Start(start)!;
        // What it said is for whoever looks why it is slow: LOAD_LOG names a file.
        if (Environment.GetEnvironmentVariable("LOAD_LOG") is { Length: > 0 } log)
        {
            process.OutputDataReceived += (_, line) => File.AppendAllText(log, line.Data + "\n");
        }

        process.BeginOutputReadLine();
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(90); await Task.Delay(100))
        {
            try
            {
                using TcpClient knock = new();
                await knock.ConnectAsync(IPAddress.Loopback, Address.Port);
                return;
            }
            catch (SocketException) when (!process.HasExited)
            {
                // Not listening yet.
            }
        }

        throw new TimeoutException($"{Name} does not listen.");
    }

    /// <summary>Waits until what a start brings with it is done: plans for many new people are made then.</summary>
    public async Task Settle()
    {
        for (var (quiet, patience) = (0, Stopwatch.StartNew()); quiet < 3 && patience.Elapsed < TimeSpan.FromMinutes(3);)
        {
            var before = Processor();
            await Task.Delay(1000);
            quiet = Processor() - before < TimeSpan.FromMilliseconds(100) ? quiet + 1 : 0;
        }
    }

    /// <summary>Resident memory in MB now, as the system counts it.</summary>
    public long Memory() => long.Parse(
        File.ReadLines($"/proc/{process!.Id}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture) / 1024;

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Processor()
    {
        process!.Refresh();
        return process.TotalProcessorTime;
    }

    protected abstract Task<ProcessStartInfo> Command();

    protected static string Checkout(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "InterviewAgent.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, path);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>npm botbuilder 4.23.3, which says the words again: <c>npm ci --ignore-scripts</c> in peer/ first.</summary>
internal sealed class EchoBot(Channel channel) : Bot(channel)
{
    public override string Name => "peer";

    protected override Task<ProcessStartInfo> Command()
    {
        ProcessStartInfo start = new("node", [Checkout("tests/InterviewAgent.Load/peer/echo.mjs")]);
        start.Environment["NODE_ENV"] = "production";
        start.Environment["PORT"] = Address.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["APP_ID"] = Channel.AppId;
        start.Environment["METADATA"] = Channel.Issuer.Metadata;
        start.Environment["AUTHORITY"] = $"{Channel.Issuer.Authority}/{Channel.Tenant}";
        return Task.FromResult(start);
    }
}
