using System.CommandLine;
using System.Globalization;
using InterviewAgent.Analysis;
using InterviewAgent.Evals.Texts;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary><c>interview-agent evals sentiment DATA</c>: our ear beside npm vader-sentiment and wink-nlp, on the same texts in the same run.</summary>
internal static class SentimentCommand
{
    public static Command Create()
    {
        var data = new Argument<string>("DATA") { Description = "The folder with checklist_sentiment, vader_ratings and mams_acsa; it stays outside the project." };
        var references = new Option<bool>("--no-references") { Description = "Ours alone, without node." };
        var json = Json.Option();
        var command = new Command("sentiment", "Measure the coder's ear for opinions on public sets, beside two references.") { data, references, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var scores = await Scores(parsed.GetValue(data)!, !parsed.GetValue(references), cancellation);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json)) Json.Write(output, scores);
            else Write(output, scores);
            return Exit.Ok;
        });
        return command;
    }

    private static async Task<IReadOnlyList<HearingScore>> Scores(string data, bool withReferences, CancellationToken cancellation)
    {
        try
        {
            var sets = ReadTexts.From(data);
            var texts = ScoreHearing.Texts(sets);
            var heard = new List<TextHearing> { HearOurs.Of(HearText.Load(EvalsFolder.Prompts), texts) };
            if (withReferences) heard.AddRange(await HearReferences.Of(Path.Combine(EvalsFolder.Path, "references"), texts, cancellation));
            return heard.ConvertAll(one => ScoreHearing.Of(one, sets));
        }
        catch (InvalidDataException error)
        {
            throw new BadInputException("evals sentiment", error.Message, "Name the folder of the three sets, and install the references once.");
        }
    }

    private static void Write(TextWriter output, IReadOnlyList<HearingScore> scores)
    {
        output.WriteLine(Row("", scores, score => score.Name));
        foreach (var family in scores[0].Failures.Keys.Order(StringComparer.Ordinal))
            output.WriteLine(Row($"checklist, {family}: fails", scores, score => Number(score.Failures[family])));
        output.WriteLine(Row("checklist, all: fails", scores, score => Number(score.AllFailures)));
        output.WriteLine(Row("review ratings, r", scores, score => Number(score.Correlation)));
        output.WriteLine(Row("two opposite opinions heard", scores, score => Number(score.MixedHeard)));
        output.WriteLine(Row("heard where there are none", scores, score => Number(score.MixedFalse)));
        output.WriteLine(Row("texts per second of processor", scores, score => score.TextsPerSecond.ToString("#,0", CultureInfo.InvariantCulture)));
    }

    private static string Row(string name, IReadOnlyList<HearingScore> scores, Func<HearingScore, string> value) =>
        $"{name,-40}{string.Concat(scores.Select(score => $"{value(score),17}"))}";

    private static string Number(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "-";
}
