using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Resilience;

/// <summary>The real server in a process of its own, over a database in a temporary folder; it can be killed without warning.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>A folder for the whole logs of a long run; null: the last lines of each are enough.</summary>
    private static readonly string? Logs = Environment.GetEnvironmentVariable("INTERVIEW_AGENT_TEST_LOGS");

    private readonly string folder = Directory.CreateTempSubdirectory("interview-agent-kill-").FullName;
    private readonly int port = FreePort();
    private readonly ConcurrentQueue<string> said = new();
    private Process? process;

    public Uri Address => new($"http://127.0.0.1:{port}");
    public string Database => Path.Combine(folder, "test.db");

    /// <summary>The process's, for signals.</summary>
    public int Id => process!.Id;

    public bool HasEnded => process?.HasExited ?? true;

    public int ExitCode => process!.ExitCode;

    /// <summary>Waits for its end, which something else brings about.</summary>
    public Task Ended(CancellationToken cancellation) => process!.WaitForExitAsync(cancellation);

    /// <summary>The last lines that it logged since it was started last.</summary>
    public string Log => string.Join('\n', said);

    /// <summary>Where people reach it; null: at its own address.</summary>
    public Uri? Front { get; init; }

    /// <summary>The most memory that it has held since it was started, in bytes.</summary>
    public long MostMemory => File.ReadLines($"/proc/{Id}/status").Where(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
        .Select(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) * 1024).Single();

    /// <summary>Processor time that it has used since it was started.</summary>
    public TimeSpan Processor
    {
        get
        {
            process!.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>What this test sets beside the rest; names without a colon are plain environment variables.</summary>
    public Dictionary<string, string?> Extra { get; init; } = [];

    /// <summary>What the product's own settings would be, for code that works on the same store.</summary>
    public Dictionary<string, string?> Settings => new(Extra)
    {
        ["Storage:Path"] = Database,
        ["Logging:LogLevel:Default"] = "Warning",
        ["Links:KeyFile"] = Path.Combine(folder, "link-keys.json"),
        ["Links:PublicAddress"] = (Front ?? Address).ToString().TrimEnd('/'),
        // One machine plays a whole office here.
        ["WebChat:OpensPerMinute"] = "10000",
        ["WebChat:PostsPerMinute"] = "10000",
        ["DirectLine:MessagesPerMinute"] = "10000",
    };

    /// <summary>The product's own code on the store that these settings name.</summary>
    public static ServiceProvider Product(IReadOnlyDictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddInterviewAgent(configuration).BuildServiceProvider();
    }

    /// <summary>Starts, or starts again, and waits until it is ready.</summary>
    public async Task Start(CancellationToken cancellation = default)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "InterviewAgent.Web.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        foreach (var (key, value) in Settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }
        process = Process.Start(start)!;
        said.Clear();
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var client = new HttpClient { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromMinutes(6);)
        {
            Assert.False(process.HasExited, $"the server ended while starting:\n{Log}");
            try
            {
                if ((await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellation)).StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
            {
                // Not listening yet, or too busy to say so.
            }
            await Task.Delay(25, cancellation);
        }
        Assert.Fail($"the server was not ready within six minutes:\n{Log}");
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public async Task Kill()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await Kill();
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The last lines of its log, for the message of a test that fails.</summary>
    private void Hear(string? line)
    {
        if (Logs is not null)
        {
            lock (said)
            {
                File.AppendAllText(Path.Combine(Logs, $"server-{port}.log"), $"{DateTimeOffset.UtcNow:HH:mm:ss.fff} {line}\n");
            }
        }
        said.Enqueue(line ?? "");
        while (said.Count > 80)
        {
            said.TryDequeue(out _);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
