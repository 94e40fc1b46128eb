using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace InterviewAgent.Cli.Mcp;

/// <summary>Stands before every tool: a key that was revoked, and arguments that no tool takes, are answered in words that say what to mend.</summary>
internal static partial class CheckCall
{
    private const int LongestText = 200;

    public static McpRequestHandler<CallToolRequestParams, CallToolResult> Before(McpRequestHandler<CallToolRequestParams, CallToolResult> next) => async (request, cancellation) =>
    {
        var services = request.Services!;
        if (!await services.GetRequiredService<Seat>().Caller.IsStillWelcome(services, cancellation))
        {
            return Refuse("The API key was revoked. Ask for a new one and start the server again.");
        }
        if (request.MatchedPrimitive is McpServerTool tool && Wrong(request.Params?.Arguments, tool.ProtocolTool.InputSchema) is { } wrong)
        {
            return Refuse(wrong);
        }
        try
        {
            return await next(request, cancellation);
        }
        catch (McpException refused) when (refused is not McpProtocolException)
        {
            return Refuse(refused.Message);
        }
        catch (JsonException)
        {
            return Refuse("An argument is not of its kind: the tool's input schema says which it takes.");
        }
        catch (Exception unexpected) when (unexpected is not (OperationCanceledException or McpException))
        {
            Log.Failed(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(CheckCall)), request.Params?.Name ?? "", unexpected);
            return Refuse("Something went wrong that should not have. The server's STDERR says what.");
        }
    };

    /// <summary>Null: the arguments are of the schema's names and kinds, and no text is overlong.</summary>
    private static string? Wrong(IDictionary<string, JsonElement>? arguments, JsonElement schema)
    {
        var known = schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToDictionary(one => one.Name, one => one.Value) : [];
        foreach (var (name, value) in arguments ?? new Dictionary<string, JsonElement>())
        {
            if (!known.TryGetValue(name, out var takes))
            {
                return $"There is no argument '{RespondentWords.Clean(name, 40)}'. It takes: {(known.Count == 0 ? "none" : string.Join(", ", known.Keys))}.";
            }
            if (!Kinds(takes).Contains(Kind(value)))
            {
                return $"'{name}' has to be {string.Join(" or ", Kinds(takes))}.";
            }
            if (value.ValueKind == JsonValueKind.String && value.GetString()!.Length > LongestText)
            {
                return $"'{name}' has at most {LongestText} characters.";
            }
        }
        var missing = schema.TryGetProperty("required", out var required) ? required.EnumerateArray().Select(one => one.GetString()!).Where(name => arguments?.ContainsKey(name) != true).ToList() : [];
        return missing.Count == 0 ? null : $"Missing: {string.Join(", ", missing)}.";
    }

    private static string[] Kinds(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? ["string"]
        : type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(one => one.GetString()!)] : [type.GetString()!];

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.TryGetInt32(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Null => "null",
        JsonValueKind.Array => "array",
        _ => "object",
    };

    private static CallToolResult Refuse(string why) => new() { IsError = true, Content = [new TextContentBlock { Text = why }] };

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "The tool {Tool} failed.")]
        public static partial void Failed(ILogger logger, string tool, Exception exception);
    }
}
