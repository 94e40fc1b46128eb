using System.CommandLine;
using System.Globalization;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Suites;
using InterviewAgent.LanguageModels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary><c>interview-agent evals run SUITE</c>: puts a set to the engine and keeps every answer.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("suite") { Description = "A suite of evals/suites." };
        var to = new Option<string?>("--out") { Description = "Where the run is kept, a path or a name; an interrupted run there goes on. By default named by suite and time." };
        var part = Part();
        var prompts = Prompts();
        var json = Json.Option();
        var command = new Command("run", "Put a set to the engine; keep items, scores and provenance.") { name, to, part, prompts, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var suite = Suite.Load(EvalsFolder.Path, parsed.GetValue(name)!);
            var path = EvalsFolder.Run(parsed.GetValue(to) ?? $"{suite.Name}-{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss}");
            var talk = parsed.InvocationConfiguration.Error;
            EvalRun run;
            try { run = await Hold(suite, parsed.GetValue(part)!, parsed.GetValue(prompts)!, path, talk, cancellation); }
            catch (OperationCanceledException)
            {
                await talk.WriteLineAsync($"Interrupted; what is done is kept. Go on with --out {path}");
                throw;
            }
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json)) Json.Write(output, new { run.Header, path, Figures = Figures.Of(run), Labels = Figures.ByLabel(run) });
            else RunTable.Write(output, run, SetNotes.Ceilings(EvalsFolder.Path, suite.Set));
            await talk.WriteLineAsync($"Kept in {path}");
            return Exit.Ok;
        });
        return command;
    }

    private static Engine WithModel(Suite suite, string prompts, IServiceProvider product)
    {
        var (model, role) = (product.GetRequiredService<CallModel>(), AskConfigured.RoleOf(suite.Prompt));
        if (!model.IsConfigured(role))
            throw new BadInputException($"Suite \"{suite.Name}\"", $"it asks the model for {role.ToString().ToLowerInvariant()} and none is configured",
                $"Set LanguageModels:{role} in appsettings.json or the environment.");
        var options = product.GetRequiredService<IOptions<LanguageModelsOptions>>().Value;
        var name = role switch { ModelRole.Interviewing => options.Interviewing.Model, ModelRole.Judging => options.Judging.Model, _ => options.Analysis.Model };
        return new Engine(prompts, new AskConfigured(model, role).Answer, name);
    }

    internal static Option<string> Part()
    {
        var part = new Option<string>("--part") { Description = "dev, test or all; each look at the test part is counted.", DefaultValueFactory = _ => "dev" };
        part.AcceptOnlyFromAmong("dev", "test", "all");
        return part;
    }

    internal static Option<string> Prompts() =>
        new("--prompts") { Description = "Another prompts folder than the checkout's.", DefaultValueFactory = _ => EvalsFolder.Prompts };

    internal static async Task<EvalRun> Hold(Suite suite, string part, string prompts, string? path, TextWriter talk, CancellationToken cancellation, bool counted = true)
    {
        if (!Directory.Exists(prompts)) throw new BadInputException("--prompts", $"{prompts} is no folder", "Name a prompts folder.");
        await using var product = suite.Engine == Suite.Model ? await Product.Open(cancellation) : null;
        var engine = product is null ? new Engine(prompts) : WithModel(suite, prompts, product);
        var samples = engine.Samples(suite, EvalsFolder.Path, part);
        var header = new RunHeader(suite.Name, suite.Task, suite.Set, part, engine.ProvenanceFor(suite, EvalsFolder.Path), TimeProvider.System.GetUtcNow());
        var run = await Progress.Of(suite.Name, progress => RunSuite.Run(header, samples, path, progress, cancellation), cancellation);
        if (counted && part != "dev")
        {
            var looks = Looks.Count(Path.Combine(EvalsFolder.Path, "looks.json"), suite.Set, run.Header.Provenance);
            await talk.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Looks at the test part of {suite.Set} since the engine last changed: {looks}"));
        }
        return run;
    }
}
