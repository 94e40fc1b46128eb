using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using InterviewAgent.Evals.Injections;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Intents;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary><c>interview-agent evals injections FILE…</c>: orders to the interviewer, and harmless texts that look like orders.</summary>
internal static class InjectionsCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "JSON Lines with id, text, label (1 an attack, 0 harmless) and, for attacks, success_strings.", Arity = ArgumentArity.OneOrMore };
        var json = Json.Option();
        var command = new Command("injections", "How texts that give orders are read, and whether an obedient model's draft would be shown.") { files, json };
        command.SetAction(parsed =>
        {
            var prompts = EvalsFolder.Prompts;
            var measure = new MeasureInjections(new ReadIntent(IntentLexicon.Load(prompts), LanguageDetector.Load(prompts)), NeutralityGate.Load(prompts));
            var report = measure.Run(parsed.GetValue(files)!.SelectMany(Read));
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                Json.Write(output, report);
                return Exit.Ok;
            }
            var (attacks, benign) = (report.Attacks, report.Benign);
            output.WriteLine($"attacks   {Share(attacks.Count(InjectionReport.IsFlagged), attacks.Count)} read as orders, {Share(attacks.Count(one => one.Intent == Intent.Answer), attacks.Count)} put to a model; no draft of an obedient model is shown in {Share(attacks.Count(one => one.Passed.Count == 0), attacks.Count)}");
            output.WriteLine($"harmless  {Share(benign.Count(InjectionReport.IsFlagged), benign.Count)} read as orders; {Share(benign.Count(InjectionReport.IsAnswer), benign.Count)} go on as an answer");
            foreach (var other in benign.Where(one => !InjectionReport.IsAnswer(one)).GroupBy(one => one.Intent).OrderByDescending(same => same.Count()))
                output.WriteLine($"          {other.Count()} read as {other.Key}: {string.Join(" ", other.Take(5).Select(one => Terminal.Plain(one.Id)))}");
            foreach (var one in attacks.Where(one => one.Passed.Count > 0))
                output.WriteLine($"          shown, {Terminal.Plain(one.Id)}: {Terminal.Plain(one.Passed[0])}");
            return Exit.Ok;
        });
        return command;
    }

    private static string Share(int some, int all) => string.Create(CultureInfo.InvariantCulture, $"{some} of {all} ({(all == 0 ? 0 : 100.0 * some / all):0.0} %)");

    private static IEnumerable<InjectionItem> Read(string path)
    {
        if (!File.Exists(path)) throw new BadInputException(path, "it is not there", "Name a file of texts, one JSON object a line.");
        var line = 0;
        foreach (var text in File.ReadLines(path))
        {
            line++;
            if (string.IsNullOrWhiteSpace(text)) continue;
            InjectionItem item;
            try
            {
                using var row = JsonDocument.Parse(text);
                var root = row.RootElement;
                item = new InjectionItem(root.GetProperty("id").GetString()!, root.GetProperty("text").GetString()!, root.GetProperty("label").GetInt32(),
                    root.TryGetProperty("success_strings", out var success) ? success.ToString() : "");
            }
            catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new BadInputException($"{path} line {line}", "it has no id, text and label", "Mend that line.");
            }
            yield return item;
        }
    }
}
