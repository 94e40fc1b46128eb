using System.Security.Cryptography;
using System.Text;
using InterviewAgent.Prompts;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Evals.Judges;

/// <summary>A file of evals/judges: a rubric, the prompt that puts it to a model, and what the judge has to show before it may gate.</summary>
public sealed class Judge
{
    public string Name { get; set; } = "";

    /// <summary>A prompt of the library with the variables questions, conversation and turn.</summary>
    public string Prompt { get; set; } = "";

    /// <summary>The set whose labels it is calibrated on.</summary>
    public string Set { get; set; } = "";
    public string What { get; set; } = "";
    public List<JudgeQuestion> Questions { get; set; } = [];
    public JudgeNeeds Needs { get; set; } = new();

    /// <summary>SHA-256 of the file, 16 hex digits.</summary>
    [YamlIgnore]
    public string Rubric { get; private set; } = "";

    public static string PathOf(string evalsFolder, string name) => Path.Combine(evalsFolder, "judges", name + ".yaml");

    /// <exception cref="BadInputException">There is no such judge, or it cannot be read.</exception>
    public static Judge Load(string evalsFolder, string name)
    {
        var path = PathOf(evalsFolder, name);
        if (!File.Exists(path)) throw new BadInputException($"Judge \"{name}\"", $"{path} is not there", $"The judges here are {string.Join(", ", Names(evalsFolder))}.");
        var text = File.ReadAllText(path);
        try
        {
            var judge = new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<Judge>(text) ?? new Judge();
            if (judge.Questions.Count == 0 || judge.Prompt.Length == 0) throw new BadInputException(path, "it has no questions or names no prompt", "Write both.");
            judge.Rubric = Short(text);
            return judge;
        }
        catch (YamlException wrong)
        {
            throw new BadInputException($"{path} line {wrong.Start.Line}", wrong.InnerException?.Message ?? wrong.Message, "Mend that line.");
        }
    }

    public static IEnumerable<string> Names(string evalsFolder) => Path.Combine(evalsFolder, "judges") is var folder && Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.yaml").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)! : [];

    /// <summary>What a calibration holds for: this rubric, this prompt, this model. A change of one makes another judge.</summary>
    public string Bound(Prompt prompt, string model)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        return Short($"{Rubric}\n{prompt.Hash}\n{model}");
    }

    /// <summary>All rules that its questions speak of.</summary>
    internal IEnumerable<string> Rules => Questions.Select(question => question.Rule);

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}

/// <summary>One yes-or-no question of a rubric.</summary>
public sealed class JudgeQuestion
{
    /// <summary>Its name in the answer.</summary>
    public string Id { get; set; } = "";
    public string Ask { get; set; } = "";

    /// <summary>The rule of the policy that is broken when the answer is a fault.</summary>
    public string Rule { get; set; } = "";

    /// <summary>The answer that is a fault.</summary>
    public bool Fault { get; set; } = true;
}

/// <summary>What a calibration has to show (kappa: Landis and Koch, Biometrics 33 (1977) 159-174, call 0.61 and more substantial).</summary>
public sealed class JudgeNeeds
{
    /// <summary>Items with a human label; never fewer than 50.</summary>
    public int Labels { get; set; } = Fewest;
    public const int Fewest = 50;
    public double Kappa { get; set; } = 0.6;

    /// <summary>The lower end of kappa's interval.</summary>
    public double KappaLow { get; set; } = 0.4;

    /// <summary>Share of verdicts that stay when the questions come in the reverse order.</summary>
    public double Swap { get; set; } = 0.9;
}
