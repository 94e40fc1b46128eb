using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using InterviewAgent.Cli.Mcp.Tools;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Staff.ApiKeys;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Server;

namespace InterviewAgent.Cli.Mcp;

/// <summary>
/// Every tool with the roles and the scope that open it: the same as of the dashboard's rooms and of the API. Who may not have a tool is not told
/// of it. A tool that is not in this table does not exist.
/// </summary>
internal static class ToolTable
{
    private static readonly ViewerRole[] Accounts = [ViewerRole.Leader, ViewerRole.Manager, ViewerRole.Admin];
    private static readonly ViewerRole[] Transcripts = [.. Accounts, ViewerRole.Researcher];

    public static IReadOnlyList<Entry> All { get; } =
    [
        new(typeof(AccountTools), nameof(AccountTools.ListAccounts), Accounts, ApiScopes.AccountsRead),
        new(typeof(AccountTools), nameof(AccountTools.AccountReading), Accounts, ApiScopes.AccountsRead),
        new(typeof(FlagTools), nameof(FlagTools.ListFlags), Accounts, ApiScopes.FlagsRead),
        new(typeof(ThemeTools), nameof(ThemeTools.ListThemes), Accounts, ApiScopes.FindingsRead),
        new(typeof(ThemeTools), nameof(ThemeTools.Theme), Accounts, ApiScopes.FindingsRead),
        new(typeof(QuoteTools), nameof(QuoteTools.SearchQuotes), Transcripts, ApiScopes.FindingsRead),
    ];

    /// <summary>Numbers and enums as the API writes them; nothing is read that a schema does not say.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) }, TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        // Read by a model as text: the fence has to look like one.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static IEnumerable<Entry> For(Caller caller) => All.Where(entry => entry.Roles.Contains(caller.Viewer.Role) && (caller.Scopes is null || caller.Scopes.Contains(entry.Scope)));

    internal sealed record Entry(Type Type, string Method, IReadOnlyList<ViewerRole> Roles, string Scope)
    {
        private MethodInfo Info => Type.GetMethod(Method)!;

        public string Name => Info.GetCustomAttribute<McpServerToolAttribute>()!.Name!;

        public McpServerTool Create(IServiceProvider services) => McpServerTool.Create(
            Info, context => ActivatorUtilities.CreateInstance(context.Services!, Type), new McpServerToolCreateOptions { Services = services, SerializerOptions = Json });
    }
}
