using System.CommandLine;
using System.Globalization;
using InterviewAgent.Evals.Redaction;
using InterviewAgent.Privacy;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary><c>interview-agent evals redactor FILE</c>: recall, precision and F2 of the redactor on texts whose personal data is marked.</summary>
internal static class RedactorCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "JSON Lines of presidio-research: text, and spans with type, start, end." };
        var part = RunCommand.Part();
        var mistakes = new Option<int>("--mistakes") { Description = "Show so many tokens that were missed or masked for nothing." };
        var prompts = RunCommand.Prompts();
        var json = Json.Option();
        var command = new Command("redactor", "Measure what the redactor masks.") { file, part, mistakes, prompts, json };
        command.SetAction(parsed =>
        {
            var redactor = Redactor.Load(parsed.GetValue(prompts)!);
            var output = parsed.InvocationConfiguration.Output;
            foreach (var level in new[] { MaskLevel.Personal, MaskLevel.Strict })
            {
                var score = ScoreRedactor.Run(redactor, parsed.GetValue(file)!, level, parsed.GetValue(part)!);
                if (parsed.GetValue(json)) Json.Write(output, new { level = level.ToString(), score.Part, score.Texts, score.Hits, score.Missed, score.Wrong, score.Recall, score.Precision, score.F2, score.RecallByKind });
                else Write(output, score, parsed.GetValue(mistakes));
            }
            return Exit.Ok;
        });
        return command;
    }

    private static void Write(TextWriter output, RedactorScore score, int mistakes)
    {
        output.WriteLine(Line($"{score.Level}, {score.Part}: {score.Texts} texts; recall {score.Recall:0.000}, precision {score.Precision:0.000}, F2 {score.F2:0.000} ({score.Hits} hits, {score.Missed} missed, {score.Wrong} masked for nothing)"));
        output.WriteLine("  " + string.Join(", ", score.RecallByKind.Select(kind => Line($"{kind.Key} {kind.Value:0.00}"))));
        foreach (var mistake in score.Mistakes.Take(mistakes))
        {
            output.WriteLine(Line($"  {(mistake.Type is { } type ? "missed " + type : "masked"),-22} {Terminal.Plain(mistake.Token),-16} {mistake.Id}: {Terminal.Plain(mistake.Around)}"));
        }
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
