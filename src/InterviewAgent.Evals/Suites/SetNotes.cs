using YamlDotNet.Serialization;

namespace InterviewAgent.Evals.Suites;

/// <summary>What a set's description says beside its items.</summary>
public static class SetNotes
{
    /// <summary>By scorer: what two people reach against each other on this set (<c>humanCeiling</c> of set.yaml); empty where nobody measured it.</summary>
    public static IReadOnlyDictionary<string, double> Ceilings(string evalsFolder, string set)
    {
        var path = Path.Combine(evalsFolder, "sets", set, "set.yaml");
        if (!File.Exists(path)) return new Dictionary<string, double>();
        return new DeserializerBuilder().IgnoreUnmatchedProperties().Build().Deserialize<Described>(File.ReadAllText(path))?.humanCeiling ?? [];
    }

    /// <summary>Who labelled the set, in its own words; empty where it does not say.</summary>
    public static string Labelled(string evalsFolder, string set)
    {
        var path = Path.Combine(evalsFolder, "sets", set, "set.yaml");
        return File.Exists(path) ? new DeserializerBuilder().IgnoreUnmatchedProperties().Build().Deserialize<Described>(File.ReadAllText(path))?.labelled.Trim() ?? "" : "";
    }

    private sealed class Described
    {
        public Dictionary<string, double> humanCeiling { get; set; } = [];
        public string labelled { get; set; } = "";
    }
}
