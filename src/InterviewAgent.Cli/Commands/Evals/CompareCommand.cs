using System.CommandLine;
using InterviewAgent.Evals.Comparisons;
using InterviewAgent.Evals.Runs;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary><c>interview-agent evals compare BEFORE AFTER</c>: which differences are real.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("before") { Description = "A run: its file, or its name under evals/runs." };
        var after = new Argument<string>("after") { Description = "A later run of the same suite." };
        var json = Json.Option();
        var command = new Command("compare", "Compare two runs as pairs, by group, in words.") { before, after, json };
        command.SetAction(parsed =>
        {
            var (first, second) = (EvalsFolder.Run(parsed.GetValue(before)!), EvalsFolder.Run(parsed.GetValue(after)!));
            var comparison = CompareRuns.Of(EvalRun.Read(first), EvalRun.Read(second));
            var output = parsed.InvocationConfiguration.Output;
            try { KeepSummary.Compared(second, Path.GetFileNameWithoutExtension(first), comparison); }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException) { parsed.InvocationConfiguration.Error.WriteLine($"Not kept beside the run: {wrong.Message}"); }
            if (parsed.GetValue(json)) Json.Write(output, new { comparison.Verdict, comparison.Scorers, comparison.Labels, comparison.Unpaired, Changed = comparison.Changed.Select(item => item.After.Id) });
            else RunTable.Write(output, comparison);
            return Exit.Ok;
        });
        return command;
    }
}
