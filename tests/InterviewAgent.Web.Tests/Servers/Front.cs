using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace InterviewAgent.Web.Tests.Servers;

/// <summary>nginx before several servers, set up as the example that the product ships.</summary>
internal sealed partial class Front : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("interview-agent-nginx-").FullName;
    private readonly int port = LocalPostgreSql.FreePort();
    private Process? process;

    public Uri Address => new($"http://127.0.0.1:{port}");

    public async Task Start(IEnumerable<Uri> servers)
    {
        var example = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "several-servers.nginx.conf"));
        var upstream = string.Concat(servers.Select(server => $"    server {server.Authority} max_fails=1 fail_timeout=2s;\n"));
        var site = TlsLines().Replace(Servers().Replace(example, upstream, 1), "").Replace("listen 443 ssl;", string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{port};"), StringComparison.Ordinal);
        site = ServerLines().Replace(site, "");
        await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), $$"""
            daemon off;
            worker_processes 1;
            pid {{folder}}/pid;
            error_log {{folder}}/error.log warn;
            events { worker_connections 16384; }
            http {
                access_log off;
                client_body_temp_path {{folder}}/body;
                proxy_temp_path {{folder}}/proxy;
                fastcgi_temp_path {{folder}}/fastcgi;
                uwsgi_temp_path {{folder}}/uwsgi;
                scgi_temp_path {{folder}}/scgi;
            {{site}}
            }
            """);
        process = Process.Start(new ProcessStartInfo("/usr/sbin/nginx", ["-p", folder, "-c", Path.Combine(folder, "nginx.conf")]))!;
        using HttpClient client = new() { BaseAddress = Address };
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            Assert.False(process.HasExited, $"nginx did not start:\n{Errors}");
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1));
            try
            {
                if ((await client.GetAsync(new Uri("/health/live", UriKind.Relative))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not yet.
            }
        }
    }

    private string Errors => File.Exists(Path.Combine(folder, "error.log")) ? File.ReadAllText(Path.Combine(folder, "error.log")) : "";

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    [GeneratedRegex(@"(    server 10\.[^\n]*\n)+")]
    private static partial Regex Servers();

    [GeneratedRegex(@"    server 10\.[^\n]*\n")]
    private static partial Regex ServerLines();

    [GeneratedRegex(@"    (ssl_|server_name|http2)[^\n]*\n")]
    private static partial Regex TlsLines();
}
