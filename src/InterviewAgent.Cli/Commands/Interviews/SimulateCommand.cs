using System.CommandLine;
using System.Globalization;
using InterviewAgent.Cli.Commands.Transcripts;
using InterviewAgent.Evals.Simulations;

namespace InterviewAgent.Cli.Commands.Interviews;

/// <summary><c>interview-agent simulate</c>: interviews with respondents that answer anything, and what of our promises held.</summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        var interviews = new Option<int?>("--interviews") { Description = "How many: 1000 with --answers, 200 a persona with --personas." };
        var personas = new Option<string?>("--personas") { Description = "A folder of personas with planted facts, such as evals/respondents." };
        var answers = new Option<string[]>("--answers")
        {
            Description = "Files of real answers: JSON Lines with \"turns\" or \"text\".", AllowMultipleArgumentsPerToken = true,
        };
        var seed = new Option<int>("--seed") { Description = "The same seed holds the same interviews.", DefaultValueFactory = _ => 1 };
        var to = new Option<string?>("--out") { Description = "With --personas: a file for the transcripts, one interview a line." };
        var reading = new Option<string?>("--reading") { Description = "With --personas: how they read questions, another file than the folder's questions.yaml." };
        var prompts = new Option<string?>("--prompts") { Description = "With --personas: another prompts folder for the interviewer." };
        var decoys = new Option<string?>("--decoys") { Description = "With --personas: slanted wordings, such as evals/respondents/decoys/slants.yaml; 10 interviews a persona." };
        var givesWay = new Option<double>("--gives-way") { Description = "With --decoys: the share of slanted questions to which a respondent gives way.", DefaultValueFactory = _ => 0.3 };
        var byModel = new Option<bool>("--by-model") { Description = "With --personas: the model for judging plays them instead of code." };
        var json = Json.Option();
        var command = new Command("simulate", "Hold simulated interviews and check that every one ends, cleanly and without loss.") { interviews, answers, personas, seed, to, reading, prompts, decoys, givesWay, byModel, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = parsed.GetValue(personas);
            var (count, talk) = (parsed.GetValue(interviews) ?? (folder is null ? 1000 : 200), parsed.InvocationConfiguration.Error);
            if (count < 1)
                throw new BadInputException("--interviews", $"{count} is not a number of interviews", "Write 1 or more.");
            if (parsed.GetValue(decoys) is { } slants)
            {
                var audited = new PersonaPlay(folder ?? throw new BadInputException("--decoys", "nobody is there to hear them", "Name --personas evals/respondents."),
                    parsed.GetValue(interviews) ?? 10, parsed.GetValue(seed), parsed.GetValue(reading), parsed.GetValue(prompts), null);
                return await AuditWithDecoys.Run(audited, slants, parsed.GetValue(givesWay), parsed.GetValue(json), parsed.InvocationConfiguration.Output, cancellation);
            }
            if (folder is not null)
                return await PlayPersonas.Run(
                    new PersonaPlay(folder, count, parsed.GetValue(seed), parsed.GetValue(reading), parsed.GetValue(prompts), parsed.GetValue(to), parsed.GetValue(byModel)),
                    parsed.GetValue(json), parsed.InvocationConfiguration.Output, cancellation);
            if (parsed.GetValue(answers) is not { Length: > 0 } files)
                throw new BadInputException("simulate", "nobody is there to answer", "Name --personas evals/respondents, or --answers FILE.");
            var simulation = new SimulateInterviews(
                Product.Settings(), ReadAnswers.From(files), parsed.GetValue(seed), Environment.ProcessorCount);
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
        foreach (var line in NeutralityReport.Lines(report.Neutrality, []))
            output.WriteLine(line);
    }
}
