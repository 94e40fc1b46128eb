using System.Text.Encodings.Web;
using System.Text.Json;

namespace InterviewAgent.Evals.Runs;

/// <summary>What a run was made of. Two runs with equal provenance over the same part are the same run.</summary>
/// <param name="Prompts">Hash of the prompts folder, names and bytes.</param>
/// <param name="Rules">The gate's rules version.</param>
/// <param name="Data">Hash of the set's folder.</param>
/// <param name="Engine">"built-in" and the build of the library, or the model's name.</param>
public sealed record Provenance(string Prompts, string Rules, string Data, string Engine);

/// <summary>The first line of a run's file.</summary>
/// <param name="Judge">Which judge was asked and whether its verdicts may gate, in a sentence; null: none.</param>
/// <param name="Repeats">How often each item was asked.</param>
public sealed record RunHeader(
    string Suite, string Task, string Set, string Part, Provenance Provenance, DateTimeOffset StartedAt, string? Judge = null, int Repeats = 1);

/// <summary>A run and its items. On disk: JSON Lines, the header first, so that an interrupted run is a shorter file.</summary>
public sealed record EvalRun(RunHeader Header, IReadOnlyList<ScoredItem> Items)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="BadInputException">The file is not there or is no run; names the line.</exception>
    public static EvalRun Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path)) throw new BadInputException(path, "there is no such run", "Name a file that `interview-agent evals run` wrote.");
        RunHeader? header = null;
        var items = new List<ScoredItem>();
        var line = 0;
        foreach (var text in File.ReadLines(path))
        {
            line++;
            try
            {
                if (header is null) header = JsonSerializer.Deserialize<RunHeader>(text, Json);
                else items.Add(JsonSerializer.Deserialize<ScoredItem>(text, Json)!);
            }
            catch (JsonException)
            {
                break; // The run was interrupted while it wrote this line; the item is done again.
            }
        }
        return header is { Provenance: not null, Suite: not null }
            ? new EvalRun(header, items)
            : throw new BadInputException($"{path} line {Math.Max(line, 1)}", "this is no run", "Name a file that `interview-agent evals run` wrote.");
    }
}
