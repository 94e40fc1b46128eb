using System.CommandLine;
using System.Globalization;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Suites;

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
        var repeats = new Option<int>("--repeats") { Description = "How often each item is asked, for pass^k: how often what works once works every time.", DefaultValueFactory = _ => 1 };
        var json = Json.Option();
        var command = new Command("run", "Put a set to the engine; keep items, scores and provenance.") { name, to, part, prompts, repeats, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var suite = Suite.Load(EvalsFolder.Path, parsed.GetValue(name)!);
            var path = EvalsFolder.Run(parsed.GetValue(to) ?? $"{suite.Name}-{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss}");
            var talk = parsed.InvocationConfiguration.Error;
            if (parsed.GetValue(repeats) is < 1 or > 100) throw new BadInputException("--repeats", "it is not a number of repeats", "Write 1 to 100.");
            EvalRun run;
            try { run = (await Hold(suite, parsed.GetValue(part)!, parsed.GetValue(prompts)!, path, parsed.GetValue(repeats), cancellation)).Run; }
            catch (OperationCanceledException)
            {
                await talk.WriteLineAsync($"Interrupted; what is done is kept. Go on with --out {path}");
                throw;
            }
            await CountLook(run, talk);
            KeepSummary.Of(path, run, SetNotes.Ceilings(EvalsFolder.Path, suite.Set));
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json)) Json.Write(output, new { run.Header, path, Figures = Figures.Of(run), Labels = Figures.ByLabel(run), PassAll = Repeated.PassAll(run) });
            else RunTable.Write(output, run, SetNotes.Ceilings(EvalsFolder.Path, suite.Set));
            await talk.WriteLineAsync($"Kept in {path}");
            return Exit.Ok;
        });
        return command;
    }

    internal static Option<string> Part()
    {
        var part = new Option<string>("--part") { Description = "dev, test or all; each look at the test part is counted.", DefaultValueFactory = _ => "dev" };
        part.AcceptOnlyFromAmong("dev", "test", "all");
        return part;
    }

    internal static Option<string> Prompts() =>
        new("--prompts") { Description = "Another prompts folder than the checkout's.", DefaultValueFactory = _ => EvalsFolder.Prompts };

    internal static Task<HeldSuite> Hold(Suite suite, string part, string prompts, string? path, int repeats, CancellationToken cancellation) =>
        new HoldSuite(EvalsFolder.Path, prompts, async () => SuiteModel.Configured(await Product.Open(cancellation)), Product.Settings())
            .Run(suite, part, path, repeats, work => Progress.Of(suite.Name, work, cancellation), cancellation);

    private static async Task CountLook(EvalRun run, TextWriter talk)
    {
        if (run.Header.Part == "dev") return;
        var looks = Looks.Count(Path.Combine(EvalsFolder.Path, "looks.json"), run.Header.Set, run.Header.Provenance);
        await talk.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Looks at the test part of {run.Header.Set} since the engine last changed: {looks}"));
    }
}
