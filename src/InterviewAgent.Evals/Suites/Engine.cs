using System.Text.Json;
using InterviewAgent.Analysis;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Interviewing.Intents;
using InterviewAgent.Interviewing;
using InterviewAgent.Prompts;

namespace InterviewAgent.Evals.Suites;

/// <summary>The built-in engine on one prompts folder: the parts that suites ask, loaded when first asked.</summary>
/// <param name="ask">Puts a prompt to a model; null: there is none.</param>
/// <param name="modelName">Of that model, for the provenance.</param>
public sealed class Engine(string promptsFolder, Func<RenderedPrompt, JsonElement?>? ask = null, string? modelName = null)
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
            "prompt" => PromptTask.Samples(folder, suite, PromptLibrary.Load(promptsFolder), Check, ask
                ?? throw new BadInputException($"Suite \"{suite.Name}\"", "it asks a language model and none is configured", "Set LanguageModels in appsettings.json or the environment.")),
            _ => throw new BadInputException($"Suite \"{suite.Name}\"", $"\"{suite.Task}\" is no task", "Known are gate, intent, coder, answers and prompt."),
        };
        return [.. samples.Where(sample => part == "all" || sample.Part == part)];
    }

    public Provenance ProvenanceFor(Suite suite, string evalsFolder)
    {
        ArgumentNullException.ThrowIfNull(suite);
        return new Provenance(prompts.Value, gate.Value.RulesVersion, HashFiles.Of(Path.Combine(evalsFolder, "sets", suite.Set)),
            modelName is not null ? "model " + modelName : "built-in " + typeof(NeutralityGate).Module.ModuleVersionId.ToString("N")[..12]);
    }
}
