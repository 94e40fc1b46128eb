using System.ClientModel.Primitives;
using System.Globalization;
using System.Text.Json;

namespace InterviewAgent.LanguageModels.Providers;

/// <summary>What an HTTP error means. Codes are those of OpenAI's and Azure's error bodies; other servers are read by their status.</summary>
internal static class ReadFault
{
    public static ModelFaultException Of(PipelineResponse response, ModelOptions model) =>
        Of(response.Status, name => response.Headers.TryGetValue(name, out var value) ? value : null, response.Content.ToString(), model);

    internal static ModelFaultException Of(int status, Func<string, string?> header, string body, ModelOptions model)
    {
        var (code, message) = Error(body);
        var said = $"HTTP {status}" + (message.Length > 0 ? $": {message}" : "");
        return status switch
        {
            401 or 403 => Stays(new AuthFailed { Why = $"The server refused the {(model.EntraId ? "identity" : "key")} ({said})", Raw = body }),
            404 => Stays(new NotFound { Why = NotThere(model, code + message) + $" ({said})", Raw = body }),
            >= 300 and < 400 => Stays(new NotFound { Why = $"The address {ConnectProvider.Shown(model)} points elsewhere ({said})", Raw = body }),
            // No waiting helps when the account has no money left.
            429 when code == "insufficient_quota" => Stays(new RateLimited { Why = said, Raw = body }),
            429 => new(new RateLimited(RetryAfter(header)) { Why = said, Raw = body }, passing: true),
            400 when code is "content_filter" or "content_policy_violation" => Stays(new Filtered { Why = said, Raw = body }),
            400 or 413 when code == "context_length_exceeded" || status == 413 || NamesContext(message) => Stays(new TooLong { Why = said, Raw = body }),
            408 or 409 or >= 500 => new(RetryAfter(header) is { } wait
                ? new RateLimited(wait) { Why = said, Raw = body } : new Failed { Why = said, Raw = body }, passing: true),
            _ => Stays(new Failed { Why = $"The server did not take the request ({said})", Raw = body }),
        };
    }

    /// <summary>vLLM and llama.cpp say it in words: "maximum context length", "available context size".</summary>
    private static bool NamesContext(string message) =>
        message.Contains("context length", StringComparison.OrdinalIgnoreCase) || message.Contains("context size", StringComparison.OrdinalIgnoreCase)
        || message.Contains("context window", StringComparison.OrdinalIgnoreCase);

    /// <summary>A server that knows the path names what it misses; any other has no such path.</summary>
    private static string NotThere(ModelOptions model, string said) =>
        said.Contains("model", StringComparison.OrdinalIgnoreCase) || said.Contains("deployment", StringComparison.OrdinalIgnoreCase)
            ? $"There is no {(model.Kind == ModelProvider.AzureOpenAI ? "deployment" : "model")} '{model.Model}' at {ConnectProvider.Shown(model)}"
            : $"Nothing answers at {ConnectProvider.Shown(model)}/chat/completions; is the path of the address right?";

    /// <summary>Seconds, or a date (RFC 9110), or Azure's milliseconds.</summary>
    private static TimeSpan? RetryAfter(Func<string, string?> header)
    {
        if (double.TryParse(header("retry-after-ms"), NumberStyles.Float, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is >= 0 and < 1e9)
            return TimeSpan.FromMilliseconds(milliseconds);
        var value = header("Retry-After");
        if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e6)
            return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? TimeSpan.FromSeconds(Math.Clamp((at - TimeProvider.System.GetUtcNow()).TotalSeconds, 0, 1e6)) : null;
    }

    private static (string Code, string Message) Error(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("error", out var error))
            {
                return error.ValueKind == JsonValueKind.Object ? (Field(error, "code"), Short(Field(error, "message"))) : ("", Short(error.ToString()));
            }
        }
        catch (JsonException)
        {
            // A proxy's page. The status says enough.
        }
        return ("", "");
    }

    private static string Field(JsonElement error, string name) =>
        error.TryGetProperty(name, out var field) && field.ValueKind == JsonValueKind.String ? field.GetString()! : "";

    /// <summary>One line, not a page; servers repeat keys in part ("sk-12***90"), which is theirs to mask.</summary>
    public static string Short(string text)
    {
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return line.Length > 300 ? line[..300] + "…" : line;
    }

    private static ModelFaultException Stays(ModelOutcome outcome) => new(outcome, passing: false);
}
