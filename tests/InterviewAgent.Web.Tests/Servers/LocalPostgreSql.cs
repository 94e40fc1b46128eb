using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace InterviewAgent.Web.Tests.Servers;

/// <summary>A PostgreSQL server of one test's own, in a temporary folder, that can be restarted under everybody's hands.</summary>
public sealed class LocalPostgreSql : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("interview-agent-postgres-").FullName;

    public int Port { get; } = FreePort();

    private string Data => Path.Combine(folder, "data");

    public static async Task<LocalPostgreSql> Start()
    {
        LocalPostgreSql server = new();
        if (IsRoot)
        {
            await Run("chown", "postgres", server.folder);
        }
        await Tool("initdb", "-D", server.Data, "-U", "agent", "-A", "trust", "-E", "UTF8", "--no-sync");
        await server.Control("start");
        return server;
    }

    /// <summary>A connection string to a database of this server; made by whoever comes first.</summary>
    /// <param name="port">Another way to it.</param>
    public string To(string database, int? port = null) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1", Port = port ?? Port, Username = "agent", Database = database, MaxPoolSize = 40, Timeout = 5, CommandTimeout = 15,
    }.ToString();

    /// <summary>As an administrator restarts it: open transactions are ended, connections cut.</summary>
    public Task Restart() => Control("restart");

    public Task GoAway() => Control("stop");

    public Task ComeBack() => Control("start");

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await Control("stop", "immediate");
        }
        NpgsqlConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private Task Control(string what, string mode = "fast") => Tool("pg_ctl", what, "-D", Data, "-m", mode, "-w", "-t", "120", "-l", Path.Combine(folder, "log"),
        "-o", string.Create(CultureInfo.InvariantCulture, $"-p {Port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=300 -c shared_buffers=256MB"));

    /// <summary>PostgreSQL refuses to run as root: there its own user runs it.</summary>
    private static async Task Tool(string name, params string[] arguments)
    {
        var program = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin", name)).Last();
        await (IsRoot ? Run("runuser", ["-u", "postgres", "--", program, .. arguments]) : Run(program, arguments));
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static async Task Run(string program, params string[] arguments)
    {
        // Not to be waited for by its pipes: the server that it starts would hold them.
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/tmp" })!;
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}; ./test.sh installs PostgreSQL");
    }

    internal static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
