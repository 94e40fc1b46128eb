using InterviewAgent.Tests.Evals;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace InterviewAgent.Tests.Cli.Mcp;

/// <summary>The command as a process, and a client of the protocol that speaks to it over STDIN and STDOUT.</summary>
internal static class McpSession
{
    public static async Task<McpClient> Open(McpStore store, string? key, params string[] arguments) => await McpClient.CreateAsync(new StdioClientTransport(new StdioClientTransportOptions
    {
        Name = "interview-agent", Command = "dotnet", Arguments = Command(arguments), EnvironmentVariables = Settings(store, key), ShutdownTimeout = TimeSpan.FromSeconds(20),
    }), new McpClientOptions { InitializationTimeout = TimeSpan.FromMinutes(3), DiscoverProbeTimeout = Timeout.InfiniteTimeSpan });

    public static List<string> Command(params string[] arguments)
    {
        string Own(string ending) => Path.Combine(AppContext.BaseDirectory, "InterviewAgent.Tests" + ending);
        return ["exec", "--runtimeconfig", Own(".runtimeconfig.json"), "--depsfile", Own(".deps.json"), Path.Combine(AppContext.BaseDirectory, "interview-agent.dll"), "mcp", .. arguments];
    }

    public static Dictionary<string, string?> Settings(McpStore store, string? key) => new()
    {
        ["INTERVIEW_AGENT_ROOT"] = Checkout.Root, ["Storage__Path"] = store.Database.Path, ["INTERVIEW_AGENT_API_KEY"] = key,
    };

    /// <summary>The text of an answer, whether it is an error or not.</summary>
    public static async Task<(bool Error, string Text)> Ask(this McpClient client, string tool, params (string, object?)[] arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(one => one.Item1, one => one.Item2));
        return (result.IsError == true, string.Concat(result.Content.OfType<TextContentBlock>().Select(block => block.Text)));
    }
}
