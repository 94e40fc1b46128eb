using System.CommandLine;
using System.Reflection;
using InterviewAgent.Cli.Mcp;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace InterviewAgent.Cli.Commands.Mcp;

/// <summary><c>interview-agent mcp</c>: the Model Context Protocol over STDIN and STDOUT, read only. STDOUT carries the protocol and nothing else.</summary>
internal static class McpCommand
{
    private const string Instructions =
        "Reads what a software vendor's customers say in neutral check-in interviews, and which accounts suffer in silence. Nothing can be changed here. "
        + "People and accounts are counted apart; a count never says who. What respondents let be seen is shown and nothing else; what is hidden is not told. "
        + "Flags, readings and quotes are for the vendor's own staff and never for the customer. " + RespondentWords.Notice;

    public static Command Create()
    {
        var role = new Option<string?>("--as") { Description = "leader, manager or researcher: for somebody at this machine; it is audited." };
        role.AcceptOnlyFromAmong("leader", "manager", "researcher");
        var owner = new Option<string?>("--owner") { Description = "The manager, as the owner column of the accounts names them." };
        Command command = new("mcp", $"Let an MCP client read accounts, flags, themes and quotes. Identity: {Caller.KeyVariable}, or --as.") { role, owner };
        command.SetAction(async (parsed, cancellation) =>
        {
            // Whatever prints to the console must not reach the client.
            var (input, output) = (Console.OpenStandardInput(), Console.OpenStandardOutput());
            Console.SetOut(Console.Error);
            await using var product = await Product.Open(cancellation, services => services.AddSingleton<Seat>());
            var caller = await Caller.Find(
                product, parsed.GetValue(role), parsed.GetValue(owner), Environment.GetEnvironmentVariable(Caller.KeyVariable), product.GetRequiredService<TimeProvider>(), cancellation);
            await Serve(product, caller, input, output, cancellation);
            return Exit.Ok;
        });
        return command;
    }

    private static async Task Serve(ServiceProvider product, Caller caller, Stream input, Stream output, CancellationToken cancellation)
    {
        product.GetRequiredService<Seat>().Caller = caller;
        McpServerOptions options = new()
        {
            ServerInfo = new Implementation { Name = "interview-agent", Version = Assembly.GetExecutingAssembly().GetName().Version?.ToString(3) ?? "0" },
            ServerInstructions = Instructions, ToolCollection = [], ScopeRequests = true,
        };
        foreach (var entry in ToolTable.For(caller))
        {
            options.ToolCollection.Add(entry.Create(product));
        }
        options.Filters.Request.CallToolFilters.Add(CheckCall.Before);
        var logging = product.GetRequiredService<ILoggerFactory>();
        await using StreamServerTransport transport = new(input, output, "interview-agent", logging);
        await using var server = McpServer.Create(transport, options, logging, product);
        await server.RunAsync(cancellation);
    }
}
