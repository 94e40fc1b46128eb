using System.Text.Json;
using ModelContextProtocol;

namespace InterviewAgent.Cli.Mcp.Tools;

/// <summary>Reads what a caller gives, and names the mend where it cannot be used.</summary>
internal static class Ask
{
    /// <summary>Rows of one answer.</summary>
    public const int Most = 50;

    public static int Limit(int limit) => limit is >= 1 and <= Most ? limit : throw new McpException($"'limit' is 1 to {Most}.");

    public static Guid? Id(string? given, string name) => given is null ? null
        : Guid.TryParse(given, out var id) ? id : throw new McpException($"'{name}' is not an id: give it as an earlier answer had it, or leave it out.");

    /// <summary>As the files and the API write it: "day-60", "old-workflow".</summary>
    public static string Name<T>(T value) where T : struct, Enum => JsonSerializer.Serialize(value).Trim('"') is var name && !int.TryParse(name, out _) ? name : Camel(value);

    public static string Camel<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
