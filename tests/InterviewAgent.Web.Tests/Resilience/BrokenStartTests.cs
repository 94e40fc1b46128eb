using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace InterviewAgent.Web.Tests.Resilience;

/// <summary>A start that cannot be says why in plain lines, and nothing else.</summary>
public sealed class BrokenStartTests
{
    [Fact]
    public async Task Every_setting_that_is_wrong_is_named_and_no_stack_trace_is_shown()
    {
        var folder = Directory.CreateTempSubdirectory("interview-agent-start-").FullName;
        var start = Start(folder, "http://127.0.0.1:0");
        start.Environment["Jobs__SweepSeconds"] = "-4";
        start.Environment["Links__LifeDays"] = "-1";
        using var process = Process.Start(start)!;
        var (said, talk) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(2, process.ExitCode);
        Assert.Contains("Jobs:SweepSeconds", await said, StringComparison.Ordinal);
        Assert.Contains("Links:LifeDays", await said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await said + await talk, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "test.db")));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("Storage__Pth", "interviews.db", "The settings of Storage: there is no key 'Pth'.")]
    [InlineData("Jobs__SweepSeconds", "soon", "Setting Jobs:SweepSeconds: its value cannot be read. Write a whole number")]
    [InlineData("Storage__Provider", "MySql", "Setting Storage:Provider: its value cannot be read. Write one of Sqlite, PostgreSql")]
    public async Task A_setting_that_nobody_reads_is_named(string key, string value, string named)
    {
        var folder = Directory.CreateTempSubdirectory("interview-agent-start-").FullName;
        var start = Start(folder, "http://127.0.0.1:0");
        start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var (said, talk) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));

        Assert.Equal(2, process.ExitCode);
        Assert.Contains(named, await said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await said + await talk, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("interview-agent-start-").FullName;
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://{other.LocalEndpoint}";
        using var process = Process.Start(Start(folder, address))!;
        var (said, talk) = (process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(90));

        Assert.Equal(2, process.ExitCode);
        Assert.Contains($"{address}: address already in use. Another program listens there", await said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", await said + await talk, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    private static ProcessStartInfo Start(string folder, string address)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "InterviewAgent.Web.dll")])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_URLS"] = address;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Storage__Path"] = Path.Combine(folder, "test.db");
        start.Environment["Links__KeyFile"] = Path.Combine(folder, "link-keys.json");
        return start;
    }
}
