using System.Text.Json;
using InterviewAgent.Analysis;
using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Promises;
using InterviewAgent.Evals.Injections;
using InterviewAgent.Evals.Judges;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Interviewing.Intents;
using InterviewAgent.Interviewing;
using InterviewAgent.LanguageModels;
using InterviewAgent.Privacy;
using InterviewAgent.Prompts;
using Microsoft.Extensions.Configuration;

namespace InterviewAgent.Evals.Suites;

/// <summary>The built-in engine on one prompts folder: the parts that suites ask, loaded when first asked.</summary>
/// <param name="model">What suites with a prompt or a judge ask; null: there is none.</param>
/// <param name="settings">Of simulated interviews; null: the defaults.</param>
public sealed class Engine(string promptsFolder, SuiteModel? model = null, IConfiguration? settings = null) : IAsyncDisposable
{
    private static readonly IConfiguration Defaults = new ConfigurationBuilder().Build();
    private readonly Lazy<NeutralityGate> gate = new(() => NeutralityGate.Load(promptsFolder));
    private readonly Lazy<ReadIntent> intent = new(() => new ReadIntent(IntentLexicon.Load(promptsFolder), LanguageDetector.Load(promptsFolder)));
    private readonly Lazy<BuiltInCoder> coder = new(() => BuiltInCoder.Load(promptsFolder));
    private readonly Lazy<string> prompts = new(() => HashFiles.Of(promptsFolder));
    private readonly Lazy<PromptLibrary> library = new(() => PromptLibrary.Load(promptsFolder));
    private readonly Lazy<InterviewRoom> room = new(() => new InterviewRoom(settings ?? Defaults, promptsFolder));

    internal Verdict Check(string draft, DraftContext context) => gate.Value.Check(draft, context);
    internal Intent IntentOf(string text, Asked asked) => intent.Value.Of(text, asked);
    internal BuiltInCoder Coder => coder.Value;

    /// <exception cref="BadInputException">The task is unknown or the set cannot be read.</exception>
    public IReadOnlyList<Sample> Samples(Suite suite, string evalsFolder, string part)
    {
        ArgumentNullException.ThrowIfNull(suite);
        var folder = suite.Folder(evalsFolder);
        if (!Directory.Exists(folder)) throw new BadInputException($"Suite \"{suite.Name}\"", $"its set {folder} is not there", "Name a folder of evals/sets, or respondents for an interviewer suite.");
        var samples = suite.Task switch
        {
            "gate" => GateTask.Samples(folder, Check),
            "intent" => IntentTask.Samples(folder, IntentOf),
            "coder" => CoderTask.Samples(folder, () => Coder),
            "answers" => AnswersTask.Samples(folder, () => Coder),
            "patterns" => PatternsTask.Samples(folder, MatchPatterns.Load(promptsFolder)),
            "promises" => PromiseTask.Samples(folder, HearPromises.Load(promptsFolder), Coder),
            "silent" => SilentTask.Samples(folder, () => Coder),
            "drift" => DriftTask.Samples(folder, () => Coder),
            "redaction" => RedactionTask.Samples(folder, Redactor.Load(promptsFolder)),
            "injections" => InjectionTask.Samples(folder, new MeasureInjections(intent.Value, gate.Value)),
            "interviewer" => InterviewerTask.Samples(folder, suite, room.Value, JudgeOf(suite, evalsFolder)),
            "prompt" => PromptTask.Samples(folder, suite, library.Value, Check, Ask(suite, AskConfigured.RoleOf(suite.Prompt))),
            "judge" => JudgeTask.Samples(folder, Judge.Load(evalsFolder, suite.Judge), JudgeOf(suite, evalsFolder)!),
            _ => throw new BadInputException($"Suite \"{suite.Name}\"", $"\"{suite.Task}\" is no task", "Known are gate, intent, coder, answers, patterns, promises, silent, drift, redaction, injections, interviewer, prompt and judge."),
        };
        return [.. samples.Where(sample => part == "all" || sample.Part == part)];
    }

    /// <summary>Whether the suite's judge may gate; null: it has none.</summary>
    public JudgeTrust? TrustOf(Suite suite, string evalsFolder)
    {
        ArgumentNullException.ThrowIfNull(suite);
        if (suite.Judge.Length == 0) return null;
        var judge = Judge.Load(evalsFolder, suite.Judge);
        return TrustJudge.Of(evalsFolder, judge, PromptOf(judge), model?.NameOf(ModelRole.Judging) ?? "no model");
    }

    internal Prompt PromptOf(Judge judge) => library.Value.All.FirstOrDefault(prompt => prompt.Name == judge.Prompt)
        ?? throw new BadInputException($"Judge \"{judge.Name}\"", $"there is no prompt \"{judge.Prompt}\"", "Name one that `prompts lint` lists.");

    public async ValueTask DisposeAsync()
    {
        if (room.IsValueCreated) await room.Value.DisposeAsync();
    }

    private AskJudge? JudgeOf(Suite suite, string evalsFolder)
    {
        if (suite.Judge.Length == 0) return null;
        var judge = Judge.Load(evalsFolder, suite.Judge);
        return new AskJudge(judge, PromptOf(judge), Ask(suite, ModelRole.Judging));
    }

    private Func<RenderedPrompt, JsonElement?> Ask(Suite suite, ModelRole role)
    {
        var who = $"Suite \"{suite.Name}\"";
        return (model ?? throw SuiteModel.NotConfigured(who, role)).For(who, role).Answer;
    }

    public Provenance ProvenanceFor(Suite suite, string evalsFolder)
    {
        ArgumentNullException.ThrowIfNull(suite);
        return new Provenance(prompts.Value, gate.Value.RulesVersion, HashFiles.Of(suite.Folder(evalsFolder)),
            model is not null ? $"{suite.Engine} {model.NameOf(suite.Task == "judge" ? ModelRole.Judging : AskConfigured.RoleOf(suite.Prompt))}" : "built-in " + typeof(NeutralityGate).Module.ModuleVersionId.ToString("N")[..12]);
    }
}
