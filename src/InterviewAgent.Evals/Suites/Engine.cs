using InterviewAgent.Analysis;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Intents;

namespace InterviewAgent.Evals.Suites;

/// <summary>The built-in engine on one prompts folder: the parts that suites ask, loaded when first asked.</summary>
public sealed class Engine(string promptsFolder)
{
    private readonly Lazy<NeutralityGate> gate = new(() => NeutralityGate.Load(promptsFolder));
    private readonly Lazy<ReadIntent> intent = new(() => new ReadIntent(IntentLexicon.Load(promptsFolder), LanguageDetector.Load(promptsFolder)));
    private readonly Lazy<BuiltInCoder> coder = new(() => BuiltInCoder.Load(promptsFolder));
    private readonly Lazy<string> prompts = new(() => HashFiles.Of(promptsFolder));

    internal Verdict Check(string draft, DraftContext context) => gate.Value.Check(draft, context);
    internal Intent IntentOf(string text, Asked asked) => intent.Value.Of(text, asked);
    internal BuiltInCoder Coder => coder.Value;

    /// <exception cref="BadInputException">The task is unknown or the set cannot be read.</exception>
    public IReadOnlyList<Sample> Samples(Suite suite, string evalsFolder, string part)
    {
        ArgumentNullException.ThrowIfNull(suite);
        var folder = Path.Combine(evalsFolder, "sets", suite.Set);
        if (!Directory.Exists(folder)) throw new BadInputException($"Suite \"{suite.Name}\"", $"its set {folder} is not there", "Name a folder of evals/sets.");
        var samples = suite.Task switch
        {
            "gate" => GateTask.Samples(folder, Check),
            "intent" => IntentTask.Samples(folder, IntentOf),
            "coder" => CoderTask.Samples(folder, () => Coder),
            "answers" => AnswersTask.Samples(folder, () => Coder),
            _ => throw new BadInputException($"Suite \"{suite.Name}\"", $"\"{suite.Task}\" is no task", "Known are gate, intent, coder and answers."),
        };
        return [.. samples.Where(sample => part == "all" || sample.Part == part)];
    }

    public Provenance ProvenanceFor(Suite suite, string evalsFolder)
    {
        ArgumentNullException.ThrowIfNull(suite);
        return new Provenance(prompts.Value, gate.Value.RulesVersion, HashFiles.Of(Path.Combine(evalsFolder, "sets", suite.Set)),
            "built-in " + typeof(NeutralityGate).Module.ModuleVersionId.ToString("N")[..12]);
    }
}
