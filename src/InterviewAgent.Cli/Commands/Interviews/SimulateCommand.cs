using System.CommandLine;
using System.Globalization;
using InterviewAgent.Evals.Simulations;

namespace InterviewAgent.Cli.Commands.Interviews;

/// <summary><c>interview-agent simulate</c>: interviews with respondents that answer anything, and what of our promises held.</summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        var interviews = new Option<int>("--interviews") { Description = "How many.", DefaultValueFactory = _ => 1000 };
        var answers = new Option<string[]>("--answers")
        {
            Description = "Files of real answers: JSON Lines with \"turns\" or \"text\".", Required = true, AllowMultipleArgumentsPerToken = true,
        };
        var seed = new Option<int>("--seed") { Description = "The same seed holds the same interviews.", DefaultValueFactory = _ => 1 };
        var json = Json.Option();
        var command = new Command("simulate", "Hold simulated interviews and check that every one ends, cleanly and without loss.") { interviews, answers, seed, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (count, talk) = (parsed.GetValue(interviews), parsed.InvocationConfiguration.Error);
            if (count < 1)
                throw new BadInputException("--interviews", $"{count} is not a number of interviews", "Write 1 or more.");
            var simulation = new SimulateInterviews(
                Product.Settings(), ReadAnswers.From(parsed.GetValue(answers)!), parsed.GetValue(seed), Environment.ProcessorCount);
            var report = await simulation.Run(count, done => Tell(talk, done, count), cancellation);
            if (parsed.GetValue(json))
                Json.Write(parsed.InvocationConfiguration.Output, report);
            else
                Write(parsed.InvocationConfiguration.Output, report);
            return report.Passed ? Exit.Ok : Exit.ChecksFailed;
        });
        return command;
    }

    private static void Tell(TextWriter talk, int done, int count)
    {
        if (done % 1000 == 0)
            talk.WriteLine($"{done} of {count}");
    }

    private static void Write(TextWriter output, SimulationReport report)
    {
        string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
        output.WriteLine(report.Passed ? "Every promise held." : "A promise was broken.");
        output.WriteLine(F($"{report.Interviews} interviews, {report.Messages} messages, {report.ShownTurns} shown turns, {report.Probes} probes in {report.Took.TotalSeconds:0} s"));
        output.WriteLine("ended by " + string.Join(", ", report.ByEnding.OrderByDescending(end => end.Value).Select(end => F($"{end.Key} {end.Value}"))));
        output.WriteLine(F($"longest {report.MostMessages} messages, most probes {report.MostProbes}"));
        output.WriteLine(F($"shown turns that break a blocking rule: {report.Breaches.Count}"));
        foreach (var group in report.Breaches.GroupBy(breach => (breach.Rule, breach.Move, breach.Why)).OrderByDescending(group => group.Count()).Take(20))
            output.WriteLine(F($"  {group.Count()} × {group.Key.Rule} in {group.Key.Move}: {group.Key.Why}: {group.First().Text.ReplaceLineEndings(" ")}"));
        output.WriteLine(F($"exceptions, losses, endless interviews: {report.Faults.Count}"));
        foreach (var fault in report.Faults.Take(20))
            output.WriteLine("  " + fault);
    }
}
