using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using InterviewAgent.Privacy;

namespace InterviewAgent.Benchmarks.Load;

/// <summary>The server as it is published, a process of its own over one store.</summary>
internal sealed partial class RunningServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Process process;
    private readonly Uri address;

    private RunningServer(Process process, Uri address) => (this.process, this.address) = (process, address);

    /// <param name="settings">As environment variables: Storage__Path and others.</param>
    public static async Task<RunningServer> Start(string dll, int port, IReadOnlyDictionary<string, string> settings)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        var start = new ProcessStartInfo("dotnet", [dll, "--urls", address.ToString()]) { RedirectStandardOutput = true, WorkingDirectory = Path.GetDirectoryName(dll) };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (key, value) in settings)
        {
            start.Environment[key] = value;
        }
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        using var client = new HttpClient { BaseAddress = address };
        for (var watch = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var alive = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
                if (alive.IsSuccessStatusCode)
                {
                    return new RunningServer(process, address);
                }
            }
            catch (HttpRequestException) when (watch.Elapsed < Patience && !process.HasExited)
            {
            }
            if (watch.Elapsed > Patience || process.HasExited)
            {
                process.Kill();
                throw new InvalidOperationException($"The server did not come up: {dll}");
            }
            await Task.Delay(200);
        }
    }

    /// <summary>Seconds of processor that the server has used so far: what a request costs whatever else the machine does.</summary>
    public double Seconds
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalSeconds;
        }
    }

    /// <summary>A browser with this person's session.</summary>
    public async Task<HttpClient> SignIn(PortfolioStore store, string who, ViewerRole role, string? owner)
    {
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var door = new Uri($"/sign-in/{await store.SignInToken(who, role, owner)}", UriKind.Relative);
        var token = AntiforgeryField().Match(await client.GetStringAsync(door)).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("__RequestVerificationToken", token)]);
        using var response = await client.PostAsync(door, form);
        return response.StatusCode == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"Not signed in: {response.StatusCode}");
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex AntiforgeryField();
}
