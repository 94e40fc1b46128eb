using System.CommandLine;
using System.Globalization;
using InterviewAgent.Evals.Scorers;

namespace InterviewAgent.Cli.Commands.Evals;

/// <summary><c>interview-agent evals score --gold FILE --found FILE</c>: how well findings agree with an expert's labels.</summary>
internal static class ScoreCommand
{
    public static Command Create()
    {
        var gold = new Option<string>("--gold") { Required = true, Description = "Journeys with gold labels." };
        var found = new Option<string>("--found") { Required = true, Description = "The same journeys as analyze wrote them." };
        var json = Json.Option();
        var command = new Command("score", "Score findings against gold labels.") { gold, found, json };
        command.SetAction(parsed =>
        {
            var score = Score(parsed.GetValue(gold)!, parsed.GetValue(found)!);
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(json)) Json.Write(output, score);
            else Write(output, score);
            return Exit.Ok;
        });
        return command;
    }

    private static JourneyScore Score(string gold, string found)
    {
        try { return JourneyScorer.Score(LabelledJourney.Read(gold), LabelledJourney.Read(found)); }
        catch (InvalidDataException error) { throw new BadInputException("evals score", error.Message, "Mend that line."); }
        catch (IOException error) { throw new BadInputException("evals score", error.Message, "Name files that exist."); }
    }

    internal static void Write(TextWriter output, JourneyScore score)
    {
        output.WriteLine(Line($"{score.Journeys} journeys, {score.Interviews} interviews"));
        output.WriteLine(Line($"codes     micro-F1 {score.Micro.F1:0.000} (precision {score.Micro.Precision:0.000}, recall {score.Micro.Recall:0.000})  macro-F1 {score.MacroF1:0.000}"));
        foreach (var (kind, presence) in score.ByKind) output.WriteLine(Row(kind, presence));
        output.WriteLine(Line($"quotes    verbatim {score.Verbatim:0.000}  overlap {score.QuoteOverlap:0.000}"));
        output.WriteLine(Line($"status    agreement {score.StatusAgreement:0.000}   severity mean error {score.SeverityError:0.00}"));
        output.WriteLine(Line($"sentiment r per turn {score.SentimentCorrelation:0.000}  per interview {score.OverallCorrelation:0.000}"));
        var silent = score.Accounts.SilentSufferer;
        output.WriteLine(Line($"accounts  {score.Accounts.Read} read; silent sufferers: {silent.Hits} found, {silent.Missed} missed, {silent.False} false; at risk F1 {score.Accounts.AtRisk.F1:0.000}; drift from {score.Accounts.DriftFromAgreement:0.000}"));
        foreach (var (code, presence) in score.ByCode) output.WriteLine(Row(code, presence));
    }

    private static string Row(string name, Presence presence) =>
        Line($"  {name,-34} F1 {presence.F1:0.00}  hits {presence.Hits,3}  false {presence.False,3}  missed {presence.Missed,3}");

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
