using System.CommandLine;
using InterviewAgent.Evals.Comparisons;
using InterviewAgent.Evals.Reports;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Suites;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary><c>interview-agent evals report RUN [--against RUN]</c>: one HTML file that opens from disk.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("run") { Description = "A run: its file, or its name under evals/runs." };
        var against = new Option<string?>("--against") { Description = "The run before." };
        var to = new Option<string?>("--out") { Description = "Where the page is written; beside the run by default." };
        var json = Json.Option();
        var command = new Command("report", "Write a run, or two side by side, as one self-contained page.") { name, against, to, json };
        command.SetAction(parsed =>
        {
            var path = EvalsFolder.Run(parsed.GetValue(name)!);
            var run = EvalRun.Read(path);
            var before = parsed.GetValue(against) is { } named ? EvalsFolder.Run(named) : null;
            var comparison = before is null ? null : CompareRuns.Of(EvalRun.Read(before), run);
            var ceilings = SetNotes.Ceilings(EvalsFolder.Path, run.Header.Set);
            var page = parsed.GetValue(to) ?? Path.ChangeExtension(path, ".html");
            try
            {
                File.WriteAllText(page, WriteReport.Of(run, comparison, ceilings));
                KeepSummary.Of(path, run, ceilings);
                if (comparison is not null) KeepSummary.Compared(path, Path.GetFileNameWithoutExtension(before!), comparison);
            }
            catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException) { throw new BadInputException("--out", wrong.Message, "Name a file in a folder that exists."); }
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json)) Json.Write(output, new { page, comparison?.Verdict });
            else output.WriteLine(page);
            return Exit.Ok;
        });
        return command;
    }
}
