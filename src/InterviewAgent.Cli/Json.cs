using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace InterviewAgent.Cli;

/// <summary>The <c>--json</c> option that every command has, and how its objects are written: one a line, names in camel case.</summary>
internal static class Json
{
    /// <summary>STDOUT is not HTML: letters of any script stay readable.</summary>
    public static JsonSerializerOptions Lines { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Option<bool> Option() => new("--json") { Description = "Write JSON for a program instead of text for a person." };

    public static void Write(TextWriter output, object value) => output.WriteLine(JsonSerializer.Serialize(value, value.GetType(), Lines));
}
