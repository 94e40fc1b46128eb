using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using InterviewAgent.Tests.Architecture;

namespace InterviewAgent.Tests.LanguageModels.MockLlm;

/// <summary>The npm package @dwmkerr/mock-llm as a process of its own, configured anew for each test.</summary>
public sealed class MockLlmServer : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    // To mock-llm a null is a value that nothing equals.
    private static readonly JsonSerializerOptions LeftOut = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private static readonly HttpClient Http = new();
    private Process? process;

    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var port = FreePort();
        Address = $"http://127.0.0.1:{port}";
        var folder = Path.Combine(Source.Root, "tests", "InterviewAgent.Tests", "LanguageModels", "MockLlm");
        process = Process.Start(new ProcessStartInfo("node", ["node_modules/@dwmkerr/mock-llm/dist/main.js"])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["HOST"] = "127.0.0.1", ["PORT"] = $"{port}" },
        })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var waited = Stopwatch.StartNew();
        while (!await IsReady())
        {
            Assert.False(process.HasExited, "mock-llm ended; is node there, and did the build install it?");
            Assert.True(waited.Elapsed < Patience, "mock-llm did not start in time.");
            await Task.Yield();
        }
    }

    /// <summary>Answers by these rules from now on; counters of sequences start at 0.</summary>
    internal async Task Obey(params MockRule[] rules)
    {
        (await Http.DeleteAsync(new Uri(Address + "/config"))).EnsureSuccessStatusCode();
        (await Http.PostAsJsonAsync(Address + "/config", new { streaming = new { chunkSize = 50, chunkIntervalMs = 50 }, rules }, LeftOut)).EnsureSuccessStatusCode();
    }

    private async Task<bool> IsReady()
    {
        try
        {
            return (await Http.GetAsync(new Uri(Address + "/ready"))).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async Task DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
        process?.Dispose();
    }
}

/// <summary>As mock-llm's configuration has it: the last rule that matches answers.</summary>
internal sealed record MockRule(string Path, MockResponse Response, string? Match = null, int? Sequence = null);

internal sealed record MockResponse(int Status, string Content);
