using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Evals.Respondents;

/// <summary>A slanted wording (evals/respondents/decoys), and what somebody says who gives way to it.</summary>
public sealed class Decoy
{
    public string Id { get; set; } = "";

    /// <summary>"good" or "bad": which news it leans to.</summary>
    public string Leans { get; set; } = "";
    public List<string> Before { get; set; } = [];
    public List<string> GoesAlong { get; set; } = [];

    /// <exception cref="BadInputException">The file is missing or cannot be read.</exception>
    public static IReadOnlyList<Decoy> LoadAll(string path)
    {
        if (!File.Exists(path)) throw new BadInputException(path, "it is not there", "Name a file like evals/respondents/decoys/slants.yaml.");
        try
        {
            var decoys = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<List<Decoy>>(File.ReadAllText(path)) ?? [];
            return decoys.Count > 0 && decoys.TrueForAll(decoy => decoy is { Leans: "good" or "bad", Before.Count: > 0, GoesAlong.Count: > 0 }) ? decoys
                : throw new BadInputException(path, "a decoy lacks its wordings, or leans neither to good nor to bad", "Write leans, before and goes-along for each.");
        }
        catch (YamlException wrong)
        {
            throw new BadInputException($"{path} line {wrong.Start.Line}", wrong.InnerException?.Message ?? wrong.Message, "Mend that line.");
        }
    }
}

/// <summary>One decoy in one interview: slants what is heard, and gives way in a share of the answers. Its dice are its own, so that the persona's stay the same.</summary>
internal sealed class HeardSlanted(Decoy decoy, double givesWay, int dice)
{
    private readonly Random random = new(~dice);

    internal string Slant(string question) => $"{decoy.Before[random.Next(decoy.Before.Count)]} {question}";

    internal string Answer(string own)
    {
        var (gives, which) = (random.NextDouble() < givesWay, random.Next(decoy.GoesAlong.Count));
        return gives ? $"{decoy.GoesAlong[which]} {own}" : own;
    }
}
