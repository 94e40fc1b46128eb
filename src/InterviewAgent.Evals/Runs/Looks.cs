using System.Text.Json;

namespace InterviewAgent.Evals.Runs;

/// <summary>
/// How often the test part of each set was looked at since the engine last changed (evals/looks.json): a test part that is read
/// after every change is a development part.
/// </summary>
public static class Looks
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Counts one look and says how many there were, this one included.</summary>
    public static int Count(string path, string set, Provenance engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var key = engine.Prompts + " " + engine.Engine;
        var looks = File.Exists(path) ? Parse(path) : [];
        var now = looks.TryGetValue(set, out var earlier) && earlier.Engine == key ? earlier.Looks + 1 : 1;
        looks[set] = new Look(key, now, (earlier?.Ever ?? 0) + 1);
        File.WriteAllText(path, JsonSerializer.Serialize(looks, Indented) + "\n");
        return now;
    }

    private static SortedDictionary<string, Look> Parse(string path)
    {
        try { return JsonSerializer.Deserialize<SortedDictionary<string, Look>>(File.ReadAllText(path), Indented) ?? []; }
        catch (JsonException) { throw new BadInputException(path, "it cannot be read", "Restore it; it counts the looks at the test parts."); }
    }

    private sealed record Look(string Engine, int Looks, int Ever);
}
