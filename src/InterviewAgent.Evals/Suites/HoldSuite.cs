using InterviewAgent.Evals.Runs;

namespace InterviewAgent.Evals.Suites;

/// <summary>Runs one suite on one prompts folder, with the model that the suite's engine needs.</summary>
/// <param name="configured">Opens the model of the settings; only asked for suites of engine "model".</param>
/// <param name="settings">Of simulated interviews.</param>
public sealed class HoldSuite(
    string evalsFolder, string promptsFolder, Func<Task<SuiteModel>> configured, Microsoft.Extensions.Configuration.IConfiguration? settings = null)
{
    /// <param name="repeats">How often each item is asked, for pass^k.</param>
    /// <exception cref="BadInputException">The suite, its set or its recordings cannot be used.</exception>
    public async Task<HeldSuite> Run(
        Suite suite, string part, string? path, int repeats = 1, Func<Func<Action<int, int>, EvalRun>, Task<EvalRun>>? watched = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(suite);
        if (!Directory.Exists(promptsFolder)) throw new BadInputException("--prompts", $"{promptsFolder} is no folder", "Name a prompts folder.");
        await using var model = await ModelOf(suite, cancellation);
        await using var engine = new Engine(promptsFolder, model, settings);
        var samples = Repeat(engine.Samples(suite, evalsFolder, part), repeats);
        var trust = engine.TrustOf(suite, evalsFolder);
        var header = new RunHeader(
            suite.Name, suite.Task, suite.Set, part, engine.ProvenanceFor(suite, evalsFolder), TimeProvider.System.GetUtcNow(), trust?.Says, repeats);
        EvalRun Work(Action<int, int> progress) => RunSuite.Run(header, samples, path, progress, model is null ? null : () => model.Spent, cancellation);
        return new HeldSuite(watched is null ? Work((_, _) => { }) : await watched(Work), trust);
    }

    private async Task<SuiteModel?> ModelOf(Suite suite, CancellationToken cancellation)
    {
        switch (suite.Engine)
        {
            case Suite.BuiltIn: return null;
            case Suite.Model: return await configured();
            case Suite.Recording when suite.Recorded is { Folder.Length: > 0, Model.Length: > 0 } recorded:
                return await SuiteModel.OnRecordings(Path.Combine(evalsFolder, "recordings", recorded.Folder), recorded.Model, cancellation);
            case Suite.Recording:
                throw new BadInputException($"Suite \"{suite.Name}\"", "it names no recording", "Write recorded: {folder: …, model: …}.");
            default:
                throw new BadInputException($"Suite \"{suite.Name}\"", $"\"{suite.Engine}\" is no engine", $"Write {Suite.BuiltIn}, {Suite.Recording} or {Suite.Model}.");
        }
    }

    private static IReadOnlyList<Sample> Repeat(IReadOnlyList<Sample> samples, int repeats) => repeats == 1 ? samples
        : [.. samples.SelectMany(sample => Enumerable.Range(1, repeats).Select(time => sample with { Id = Repeated.Id(sample.Id, time) }))];
}

/// <summary>A run, and what may be said of its judge; null: it has none.</summary>
public sealed record HeldSuite(EvalRun Run, Judges.JudgeTrust? Judge);
