using System.CommandLine;
using InterviewAgent.Evals.Comparisons;
using InterviewAgent.Evals.Suites;
using InterviewAgent.LanguageModels.Recording;
using InterviewAgent.Settings;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary>
/// <c>interview-agent evals gate [SUITE…]</c>: holds the engine against the baselines. Exit 1 is a real regression or a broken must-pass
/// item, 2 a harness error, 3 a recording miss, 4 a judge that would have to decide and is not calibrated. Of several, what could not be
/// judged at all comes first: 2, 3, 1, 4.
/// </summary>
internal static class GateCommand
{
    private static readonly int[] Gravest = [Exit.BadInput, Exit.RecordingMiss, Exit.ChecksFailed, Exit.UncalibratedJudge, Exit.Ok];

    public static Command Create()
    {
        var names = new Argument<string[]>("suites") { Arity = ArgumentArity.ZeroOrMore, Description = "Suites of evals/suites; without one, all that need no configured model." };
        var update = new Option<bool>("--update-baseline") { Description = "Write what the engine says now as the new baseline, instead of judging it." };
        var prompts = RunCommand.Prompts();
        var json = Json.Option();
        var command = new Command("gate", "Fail on a real regression against the baselines.") { names, update, prompts, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            // Another model is another engine: by itself the gate leaves it alone.
            var named = parsed.GetValue(names) is { Length: > 0 } some ? some
                : [.. Suite.Names(EvalsFolder.Path).Where(name => Suite.Load(EvalsFolder.Path, name).Engine != Suite.Model)];
            List<int> exits = [Exit.Ok];
            foreach (var name in named)
                exits.Add(await One(name, parsed, parsed.GetValue(prompts)!, parsed.GetValue(update), parsed.GetValue(json), cancellation));
            return Array.Find(Gravest, exits.Contains);
        });
        return command;
    }

    private static async Task<int> One(string name, ParseResult parsed, string prompts, bool update, bool json, CancellationToken cancellation)
    {
        var (output, talk) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            var suite = Suite.Load(EvalsFolder.Path, name);
            // Nothing of the test items is shown, so this is no look at them.
            var held = await RunCommand.Hold(suite, "all", prompts, null, 1, cancellation);
            if (update)
            {
                Baseline.Write(EvalsFolder.Path, held.Run);
                await talk.WriteLineAsync($"Baseline written: {Baseline.PathOf(EvalsFolder.Path, name)}");
                return Exit.Ok;
            }
            var verdict = GateSuite.Judge(suite, Baseline.Read(EvalsFolder.Path, name), held.Run, held.Judge);
            Write(output, verdict, held.Judge?.Says, json);
            return verdict.Worse.Count > 0 || verdict.Broken.Count > 0 || verdict.Missing.Count > 0 ? Exit.ChecksFailed : verdict.Uncalibrated is null ? Exit.Ok : Exit.UncalibratedJudge;
        }
#pragma warning disable CA1031 // A suite that cannot be held is an outcome of the gate, and the others are still judged.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            var miss = failure is RecordingMissException;
            var lines = Unusable.Lines(failure) ?? [$"something went wrong that should not have ({failure.GetType().Name})"];
            if (json) Json.Write(output, new { suite = name, passes = false, failed = miss ? "recording miss" : "harness error", why = string.Join("\n", lines) });
            else await output.WriteLineAsync($"{(miss ? "MISSED" : "ERROR ")}  {name}: {(miss ? "a recording is missing" : "it could not be held")}");
            foreach (var line in lines) await talk.WriteLineAsync(line);
            return miss ? Exit.RecordingMiss : Exit.BadInput;
        }
    }

    private static void Write(TextWriter output, GateVerdict verdict, string? judge, bool json)
    {
        if (json)
        {
            Json.Write(output, new { verdict.Suite, verdict.Passes, verdict.Comparison.Verdict, verdict.Worse, verdict.Broken, verdict.Missing, verdict.Advisory, judge, verdict.Uncalibrated });
            return;
        }
        output.WriteLine($"{(verdict.Passes ? "passes" : "FAILS ")}  {verdict.Suite}: {verdict.Comparison.Verdict}");
        foreach (var change in verdict.Worse) output.WriteLine($"        {change.Name}: {change.Words}");
        foreach (var id in verdict.Broken) output.WriteLine($"        must-pass item {id} is wrong");
        foreach (var missing in verdict.Missing) output.WriteLine($"        {missing}");
        if (judge is not null) output.WriteLine($"        {judge}");
        foreach (var change in verdict.Advisory) output.WriteLine($"        advisory: {change.Name}: {change.Words}");
        if (verdict.Uncalibrated is not null) output.WriteLine("        The suite wants to gate on this judge, and may not.");
    }
}
