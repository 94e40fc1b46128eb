using System.CommandLine;
using System.Globalization;
using InterviewAgent.Analysis;
using InterviewAgent.Analysis.Learning;
using InterviewAgent.Cli.Commands.Evals;
using InterviewAgent.Evals.Thresholds;
using InterviewAgent.Evals.Coding;
using InterviewAgent.Evals.Scorers;
using InterviewAgent.Insights;

namespace InterviewAgent.Cli.Commands.Insights;

/// <summary>
/// <c>interview-agent insights measure</c>: counts what people of labelled accounts say and how a coder that never saw them hears it,
/// which is what <c>insights calibrate</c> simulates from; and shows the rules on the labelled accounts.
/// </summary>
internal static class MeasureCommand
{
    private static readonly (string Name, FlagThresholds Thresholds)[] Rules =
    [
        ("shipped", FlagThresholds.Default),
        ("three kinds", FlagThresholds.Default with { Kinds = 3 }),
        ("one interview may carry both kinds", FlagThresholds.Default with { Witnesses = 1 }),
        ("two people", FlagThresholds.Default with { People = 2 }),
    ];

    public static Command Create()
    {
        var journeys = new Option<string[]>("--journeys") { AllowMultipleArgumentsPerToken = true, Required = true, Description = "Files of labelled journeys." };
        var answers = new Option<string[]>("--answers") { AllowMultipleArgumentsPerToken = true, Description = "Files of labelled answers, always in training." };
        var ratings = new Option<string[]>("--ratings") { AllowMultipleArgumentsPerToken = true, Description = "Files of rated texts, always in training." };
        var prompts = new Option<string>("--prompts") { DefaultValueFactory = _ => EvalsFolder.Prompts, Description = "The prompts folder." };
        var folds = new Option<int>("--folds") { DefaultValueFactory = _ => 4, Description = "Each account is heard by a coder fitted on the other parts." };
        var output = new Option<string>("--out") { DefaultValueFactory = _ => Path.Combine(EvalsFolder.Path, "calibration", "voices.json"), Description = "Where the counts go." };
        var command = new Command("measure", "Count labelled journeys and how the coder hears them, for insights calibrate.") { journeys, answers, ratings, prompts, folds, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (folder, parts) = (parsed.GetValue(prompts)!, parsed.GetValue(folds));
            if (parts < 2) throw new BadInputException("--folds", $"{parts} parts leave nothing to fit on", "Write 2 or more.");
            var train = new TrainBuiltInCoder(folder, Path.Combine(folder, "models", "coder", "vectors.bin"), new TrainingSettings());
            var rated = (parsed.GetValue(ratings) ?? []).SelectMany(TrainingData.Ratings).ToList();
            var bank = (parsed.GetValue(answers) ?? []).SelectMany(TrainingData.Answers).ToList();
            foreach (var file in parsed.GetValue(journeys)!) _ = LabelledJourney.Read(file).Count(); // A line that is no journey is named with its place.
            var lines = parsed.GetValue(journeys)!.SelectMany(File.ReadLines).Where(line => line.Length > 0).ToList();
            var heard = await HearApart.Run(lines, parts, some => train.Fit(TrainingData.Journeys(some), bank, rated), cancellation);
            var counts = CountVoices.Of(heard, [.. Codebook.Load(folder).Entries.Select(entry => entry.Code)], new CountedFrom(
                "interview-agent insights measure", heard.Count, heard.Sum(account => account.Voice.Interviews.Count), parts));
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(parsed.GetValue(output)!))!);
            counts.Save(parsed.GetValue(output)!);
            Write(parsed.InvocationConfiguration.Output, heard);
            return Exit.Ok;
        });
        return command;
    }

    private static void Write(TextWriter output, List<HeardApart> heard)
    {
        output.WriteLine($"{heard.Count} labelled accounts, each heard by a coder fitted on others; found, missed, false:");
        foreach (var (name, thresholds) in Rules)
        {
            var (silent, risk) = LabelledRule.On(heard, thresholds);
            output.WriteLine($"  {name,-36} silent {Say(silent)}   at risk {Say(risk)}");
        }
        output.WriteLine($"  flagged as silent, which asks for more: {LabelledRule.Flagged(heard, FlagThresholds.Default)}");
    }

    private static string Say(Presence found) =>
        string.Create(CultureInfo.InvariantCulture, $"{found.Hits}/{found.Missed}/{found.False} (recall {found.Recall:0.00}, precision {found.Precision:0.00})");
}
