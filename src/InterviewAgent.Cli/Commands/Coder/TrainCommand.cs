using System.CommandLine;
using System.Globalization;
using InterviewAgent.Analysis;
using InterviewAgent.Analysis.Learning;
using InterviewAgent.Cli.Commands.Evals;
using InterviewAgent.Evals.Coding;
using InterviewAgent.Evals.Readings;
using InterviewAgent.Evals.Scorers;

namespace InterviewAgent.Cli.Commands.Coder;

/// <summary>
/// <c>interview-agent coder train</c>: fits the learned part on labelled sets and writes it; with <c>--folds</c> it
/// also cross-validates by account, with <c>--test</c> it scores journeys kept apart.
/// </summary>
internal static class TrainCommand
{
    public static Command Create()
    {
        var journeys = new Option<string[]>("--journeys") { AllowMultipleArgumentsPerToken = true, Description = "Files of labelled journeys." };
        var answers = new Option<string[]>("--answers") { AllowMultipleArgumentsPerToken = true, Description = "Files of labelled answers." };
        var ratings = new Option<string[]>("--ratings") { AllowMultipleArgumentsPerToken = true, Description = "Files of rated texts: text, mean from -4 to 4." };
        var prompts = new Option<string>("--prompts") { DefaultValueFactory = _ => "prompts", Description = "The prompts folder; the model goes to its models/coder." };
        var output = new Option<string?>("--out") { Description = "Where the model is written." };
        var folds = new Option<int>("--folds") { Description = "Cross-validate by account in so many parts." };
        var test = new Option<string?>("--test") { Description = "Labelled journeys kept apart, to score the fitted model on." };
        var shares = new Option<double[]>("--shares") { AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1.0], Description = "With --folds: the learning curve over these shares of the accounts." };
        var bankShares = new Option<double>("--bank-share") { DefaultValueFactory = _ => 1.0, Description = "The share of the labelled answers taken." };
        var intervals = new Option<bool>("--intervals") { Description = "With --folds: 95 % intervals by drawing accounts again." };
        var readings = new Option<string?>("--readings") { Description = "With --folds: labelled readings (evals/sets/readings/items.jsonl) to compare with." };
        var set = new Option<string[]>("--set") { AllowMultipleArgumentsPerToken = true, Description = "Settings such as decay=0.001." };
        var command = new Command("train", "Fit the learned part of the built-in coder.") { journeys, answers, ratings, prompts, output, folds, test, shares, bankShares, intervals, readings, set };
        command.SetAction(async (parsed, cancellation) =>
        {
            var talk = parsed.InvocationConfiguration.Output;
            var folder = parsed.GetValue(prompts)!;
            var train = new TrainBuiltInCoder(folder, Path.Combine(folder, "models", "coder", "vectors.bin"), Settings(parsed.GetValue(set) ?? []));
            var read = (parsed.GetValue(journeys) ?? []).SelectMany(LabelledJourney.Read).ToList();
            var rated = (parsed.GetValue(ratings) ?? []).SelectMany(TrainingData.Ratings).ToList();
            var bank = (parsed.GetValue(answers) ?? []).SelectMany(TrainingData.Answers).ToList();
            if (parsed.GetValue(bankShares) is < 1 and var kept) bank = [.. bank.Where((_, i) => (i * 7919 % bank.Count) < kept * bank.Count)];
            if (parsed.GetValue(folds) is > 1 and var parts)
            {
                var files = (parsed.GetValue(journeys) ?? []).Select(file => (Name: Path.GetRelativePath(".", file), Lines: File.ReadLines(file).Where(line => line.Length > 0).ToList())).ToList();
                foreach (var share in parsed.GetValue(shares) ?? [1.0])
                {
                    talk.WriteLine($"cross-validated by account in {parts} parts, fitted on {share:P0} of {read.Count} accounts, {bank.Count} answers always in training:");
                    var found = await CrossValidate.Run([.. files.SelectMany(file => file.Lines)], parts, some => train.Fit(TrainingData.Journeys(some), bank, rated), share, cancellation);
                    if (parsed.GetValue(readings) is { } labelled) CrossValidationTable.WriteReadings(talk, ScoreReadings.Of(ScoreReadings.Read(labelled), found));
                    CrossValidationTable.Write(talk, files.ConvertAll(file => (file.Name, file.Lines.ConvertAll(LabelledJourney.Parse))), found, parsed.GetValue(intervals));
                }
            }
            if (parsed.GetValue(test) is { } apart)
            {
                var coder = train.Fit(TrainingData.Journeys(read), bank, rated);
                talk.WriteLine($"kept apart: {apart}");
                ScoreCommand.Write(talk, JourneyScorer.Score(LabelledJourney.Read(apart), LabelledJourney.Read(apart).Select(journey => CodeJourneys.With(coder, journey))));
            }
            if (parsed.GetValue(output) is { } model) train.Fit(TrainingData.Journeys(read), bank, rated, model);
            return Exit.Ok;
        });
        return command;
    }

    private static TrainingSettings Settings(IEnumerable<string> set)
    {
        var settings = new TrainingSettings();
        foreach (var one in set)
        {
            if (one.Split('=') is not [var name, var number] || !double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                throw Bad(one);
            settings = name switch
            {
                "fewest" => settings with { FewestWords = (int)value },
                "decay" => settings with { Decay = value },
                "positive" => settings with { PositiveWeight = value },
                "epochs" => settings with { Epochs = (int)value },
                "folds" => settings with { Folds = (int)value },
                "share" => settings with { NegativeShare = (int)value },
                "feelings" => settings with { FeelingDecay = value },
                "text" => settings with { TextDecay = value },
                "place" => settings with { PlaceDecay = value },
                "rated" => settings with { RatedImportance = value },
                "bank" => settings with { BankImportance = value },
                "context" => settings with { ContextDecay = value },
                _ => throw Bad(one),
            };
        }
        return settings;
    }

    private static BadInputException Bad(string one) => new("--set", $"\"{one}\" is no setting", "Known are fewest, decay, positive, epochs, folds, share, feelings, text, place, rated, bank and context, as name=number.");
}
