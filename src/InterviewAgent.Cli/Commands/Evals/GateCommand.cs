using System.CommandLine;
using InterviewAgent.Evals.Comparisons;
using InterviewAgent.Evals.Suites;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary>
/// <c>interview-agent evals gate [SUITE…]</c>: holds the engine against the baselines. Exit 1 is a real regression or a broken
/// must-pass item, 2 a harness error.
/// </summary>
internal static class GateCommand
{
    public static Command Create()
    {
        var names = new Argument<string[]>("suites") { Arity = ArgumentArity.ZeroOrMore, Description = "Suites of evals/suites; all without one." };
        var update = new Option<bool>("--update-baseline") { Description = "Write what the engine says now as the new baseline, instead of judging it." };
        var prompts = RunCommand.Prompts();
        var json = Json.Option();
        var command = new Command("gate", "Fail on a real regression against the baselines.") { names, update, prompts, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var passes = true;
            var named = parsed.GetValue(names) is { Length: > 0 } some ? some : [.. Suite.Names(EvalsFolder.Path)];
            foreach (var name in named)
            {
                var suite = Suite.Load(EvalsFolder.Path, name);
                if (suite.Engine == Suite.Model)
                    continue; // Another model is another engine: there is nothing to hold it against.
                // Nothing of the test items is shown, so this is no look at them.
                var run = await RunCommand.Hold(suite, "all", parsed.GetValue(prompts)!, null, parsed.InvocationConfiguration.Error, cancellation, counted: false);
                if (parsed.GetValue(update))
                {
                    Baseline.Write(EvalsFolder.Path, run);
                    await parsed.InvocationConfiguration.Error.WriteLineAsync($"Baseline written: {Baseline.PathOf(EvalsFolder.Path, name)}");
                    continue;
                }
                var verdict = GateSuite.Judge(suite, Baseline.Read(EvalsFolder.Path, name), run);
                passes &= verdict.Passes;
                Write(parsed.InvocationConfiguration.Output, verdict, parsed.GetValue(json));
            }
            return passes ? Exit.Ok : Exit.ChecksFailed;
        });
        return command;
    }

    private static void Write(TextWriter output, GateVerdict verdict, bool json)
    {
        if (json)
        {
            Json.Write(output, new { verdict.Suite, verdict.Passes, verdict.Comparison.Verdict, verdict.Worse, verdict.Broken });
            return;
        }
        output.WriteLine($"{(verdict.Passes ? "passes" : "FAILS")}  {verdict.Suite}: {verdict.Comparison.Verdict}");
        foreach (var change in verdict.Worse) output.WriteLine($"        {change.Name}: {change.Words}");
        foreach (var id in verdict.Broken) output.WriteLine($"        must-pass item {id} is wrong");
    }
}
