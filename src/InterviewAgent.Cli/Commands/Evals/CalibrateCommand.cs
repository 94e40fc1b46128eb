using System.CommandLine;
using System.Globalization;
using InterviewAgent.Evals.Judges;
using InterviewAgent.Evals.Suites;
using InterviewAgent.LanguageModels;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary><c>interview-agent evals calibrate JUDGE</c>: whether a judge may gate, measured on labelled turns.</summary>
internal static class CalibrateCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("JUDGE") { Description = "A judge of evals/judges." };
        var labels = new Option<int>("--labels") { Description = "How many labelled items; each costs two calls.", DefaultValueFactory = _ => 150 };
        var recordings = new Option<string?>("--recordings") { Description = "A folder of recorded answers instead of the configured model." };
        var modelName = new Option<string?>("--model") { Description = "With --recordings: the model they were recorded from." };
        var prompts = RunCommand.Prompts();
        var json = Json.Option();
        var command = new Command("calibrate", "Hold a judge against human labels, and write the file that lets it gate.") { name, labels, recordings, modelName, prompts, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var judge = Judge.Load(EvalsFolder.Path, parsed.GetValue(name)!);
            if (!Directory.Exists(parsed.GetValue(prompts))) throw new BadInputException("--prompts", $"{parsed.GetValue(prompts)} is no folder", "Name a prompts folder.");
            await using var model = await Model(parsed.GetValue(recordings), parsed.GetValue(modelName), cancellation);
            await using var engine = new Engine(parsed.GetValue(prompts)!, model);
            var calibrate = new CalibrateJudge(EvalsFolder.Path, judge, engine, model);
            var found = await Progress.Of("calibrate " + judge.Name, progress => calibrate.Run(parsed.GetValue(labels), TimeProvider.System.GetUtcNow(), progress, cancellation), cancellation);
            found.Keep(EvalsFolder.Path);
            if (parsed.GetValue(json)) Json.Write(parsed.InvocationConfiguration.Output, found);
            else Write(parsed.InvocationConfiguration.Output, found);
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"Kept in {Calibration.PathOf(EvalsFolder.Path, judge.Name)}");
            return found.MayGate ? Exit.Ok : Exit.ChecksFailed;
        });
        return command;
    }

    private static async Task<SuiteModel> Model(string? recordings, string? name, CancellationToken cancellation)
    {
        if (recordings is null) return SuiteModel.Configured(await Product.Open(cancellation));
        return await SuiteModel.OnRecordings(recordings, name ?? throw new BadInputException("--model", "it is missing", "Write which model the recordings are from."), cancellation);
    }

    private static void Write(TextWriter output, Calibration found)
    {
        output.WriteLine(found.MayGate ? $"The judge {found.Judge} ({found.Model}) may gate." : $"The judge {found.Judge} ({found.Model}) stays advisory:");
        foreach (var why in found.Why) output.WriteLine("  " + why);
        output.WriteLine(F($"kappa {found.Kappa ?? 0:0.00} ({found.KappaLow:0.00} to {found.KappaHigh:0.00}), AC1 {found.Ac1 ?? 0:0.00} on {found.Usable} of {found.Labels} labelled items of {found.Set}"));
        output.WriteLine(F($"right {100 * found.Accuracy:0.0} %, always saying what most labels say {100 * found.Constant:0.0} %: {found.AgainstConstant}"));
        output.WriteLine(F($"verdicts that stay when the questions come in the reverse order {100 * found.Swap:0.0} % ({100 * found.SwapLow:0.0} to {100 * found.SwapHigh:0.0})"));
        output.WriteLine();
        output.WriteLine($"{"question",-16} {"rule",-5} {"faults",7} {"found",7} {"kappa",7} {"AC1",7}");
        foreach (var question in found.Questions)
            output.WriteLine(F($"{question.Question,-16} {question.Rule,-5} {question.Faults,7} {question.Found,7} {Or(question.Kappa),7} {Or(question.Ac1),7}"));
    }

    private static string Or(double? value) => value is { } number ? F($"{number:0.00}") : "-";
    private static string F(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
