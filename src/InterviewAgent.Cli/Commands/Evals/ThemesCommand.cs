using System.CommandLine;
using System.Globalization;
using InterviewAgent.Evals.Themes;
using InterviewAgent.Insights.SubThemes;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary><c>interview-agent evals themes</c>: the grouping of quotes beside k-means over words, on labelled quotes, in one run.</summary>
internal static class ThemesCommand
{
    public static Command Create()
    {
        var json = Json.Option();
        var command = new Command("themes", "Measure how well quotes of one code are grouped together, beside k-means over words.") { json };
        command.SetAction(parsed =>
        {
            var quotes = LabelledQuote.Read(Path.Combine(EvalsFolder.Path, "sets"));
            var scores = MeasureThemes.Of(quotes, ReadWords.Load(EvalsFolder.Prompts));
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json))
            {
                Json.Write(output, new { quotes = quotes.Count, scores });
                return Exit.Ok;
            }
            output.WriteLine(FormattableString.Invariant($"{quotes.Count} quotes of {quotes.DistinctBy(quote => quote.Code).Count()} codes, grouped without their codes."));
            output.WriteLine($"{"",-28}{"groups",8}{"precision",11}{"recall",9}{"B-cubed F1",12}{"adj. Rand",11}");
            foreach (var score in scores)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"{score.Name,-28}{score.Groups,8}{score.Precision,11:0.000}{score.Recall,9:0.000}{score.F1,12:0.000}{score.AdjustedRand,11:0.000}"));
            }
            return Exit.Ok;
        });
        return command;
    }
}
