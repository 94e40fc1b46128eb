using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Analysis.Promises;

/// <summary>prompts/lexicons/en/coding/numbers.yaml.</summary>
internal sealed class AmountLexicon
{
    public Dictionary<string, double> Numbers { get; set; } = [];
    public Dictionary<string, double> Times { get; set; } = [];

    /// <summary>By dimension, the size of each unit.</summary>
    public Dictionary<string, Dictionary<string, double>> Units { get; set; } = [];
    public HashSet<string> AtMost { get; set; } = [];
    public HashSet<string> AtLeast { get; set; } = [];
    public HashSet<string> ByAmount { get; set; } = [];

    /// <exception cref="InvalidDataException">Names the file and what to mend.</exception>
    public static AmountLexicon Load(string promptsFolder)
    {
        var path = Path.Combine(promptsFolder, "lexicons", "en", "coding", "numbers.yaml");
        try
        {
            return new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<AmountLexicon>(File.ReadAllText(path));
        }
        catch (YamlException error)
        {
            throw new InvalidDataException($"{path} line {error.Start.Line}: {error.Message}", error);
        }
    }
}
