using InterviewAgent.Accounts;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace InterviewAgent.Evals.Respondents;

/// <summary>
/// A simulated respondent (evals/respondents): what they say when a subject comes up, and the planted facts that come out only when
/// something is asked for. Written before and apart from the probes they test.
/// </summary>
public sealed class Persona
{
    public string Name { get; set; } = "";

    /// <summary>As the codebook writes it: buyer, sponsor, champion, admin, end-user.</summary>
    [YamlMember(Alias = "role", ApplyNamingConventions = false)]
    public string RoleName { get; set; } = "";

    [YamlIgnore]
    public Role Role => Enum.Parse<Role>(RoleName.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
    public string? Product { get; set; }
    public string? Task { get; set; }
    public string Style { get; set; } = "";
    public string Why { get; set; } = "";

    /// <summary>The share of core questions that are refused.</summary>
    public double Declines { get; set; }

    /// <summary>Answers after which they leave; 0: they stay to the end.</summary>
    public int Patience { get; set; }

    /// <summary>Said where no subject fits.</summary>
    public List<string> Default { get; set; } = [];

    /// <summary>Said when asked for more and nothing more is there.</summary>
    public List<string> Closed { get; set; } = [];
    public List<Subject> Answers { get; set; } = [];

    public int Facts => Answers.Sum(answer => answer.Behind.Count);

    /// <summary>All personas of a folder, and how they read questions.</summary>
    /// <exception cref="BadInputException">A file is missing or cannot be read.</exception>
    /// <param name="readingFile">Null: the folder's own.</param>
    public static (IReadOnlyList<Persona> Personas, QuestionReading Reading) LoadAll(string folder, string? readingFile = null)
    {
        var own = Path.Combine(folder, QuestionReading.File);
        var reading = readingFile ?? own;
        if (!File.Exists(reading)) throw new BadInputException(reading, "it is not there", "Name a folder like evals/respondents.");
        var personas = Directory.EnumerateFiles(folder, "*.yaml").Where(path => path != own).Order(StringComparer.Ordinal)
            .Select(path => Read<Persona>(path).Checked(path)).ToList();
        return personas.Count == 0
            ? throw new BadInputException(folder, "there is no persona", "Name a folder like evals/respondents.")
            : (personas, new QuestionReading(Read<Dictionary<string, List<string>>>(reading)));
    }

    private Persona Checked(string path) => !Enum.TryParse<Role>(RoleName.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out _)
        ? throw new BadInputException(path, $"\"{RoleName}\" is no role", "Write buyer, sponsor, champion, admin or end-user.")
        : Default.Count == 0 || Closed.Count == 0 || Facts == 0
        ? throw new BadInputException(path, "it lacks default, closed, or any fact behind an answer", "Add them.")
        : this;

    private static T Read<T>(string path)
    {
        try { return new DeserializerBuilder().WithNamingConvention(HyphenatedNamingConvention.Instance).Build().Deserialize<T>(File.ReadAllText(path)); }
        catch (YamlException wrong) { throw new BadInputException($"{path} line {wrong.Start.Line}", wrong.InnerException?.Message ?? wrong.Message, "Mend that line."); }
    }
}

/// <summary>What is said on a subject that a question brings up by one of its cues, and what lies behind it.</summary>
public sealed class Subject
{
    public List<string> Cues { get; set; } = [];
    public string Say { get; set; } = "";
    public List<PlantedFact> Behind { get; set; } = [];
}

/// <summary>A fact that comes out when a question asks for one of these kinds of thing while its subject is open.</summary>
public sealed class PlantedFact
{
    public string Fact { get; set; } = "";
    public List<string> ComesOutWhenAskedFor { get; set; } = [];
    public string Say { get; set; } = "";
}
