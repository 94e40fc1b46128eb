using System.Globalization;
using InterviewAgent.Cli.Commands.Evals;
using InterviewAgent.Evals.Readings;
using InterviewAgent.Evals.Scorers;

namespace InterviewAgent.Cli.Commands.Coder;

/// <summary>The score over all files with its intervals, then one line a file: sets differ in who wrote them.</summary>
internal static class CrossValidationTable
{
    public static void Write(TextWriter output, IReadOnlyList<(string File, List<LabelledJourney> Journeys)> gold, IReadOnlyList<LabelledJourney> found, bool intervals)
    {
        var all = gold.SelectMany(file => file.Journeys).ToList();
        ScoreCommand.Write(output, JourneyScorer.Score(all, found));
        if (intervals) output.WriteLine("95 % by accounts: " + string.Join("; ", JourneyIntervals.Of(all, found)
            .Select(interval => string.Create(CultureInfo.InvariantCulture, $"{interval.Name} {interval.Low:0.00} to {interval.High:0.00}"))));
        foreach (var (file, journeys) in gold)
        {
            var score = JourneyScorer.Score(journeys, found);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {file}: {score.Interviews} interviews, micro-F1 {score.Micro.F1:0.000}, quotes {score.QuoteOverlap:0.00}, status {score.StatusAgreement:0.00}, sentiment r {score.SentimentCorrelation:0.000}, silent {score.Accounts.SilentSufferer.Hits}/{score.Accounts.SilentSufferer.Missed}/{score.Accounts.SilentSufferer.False}, drift from {score.Accounts.DriftFromAgreement:0.00}"));
        }
    }

    public static void WriteReadings(TextWriter output, IReadOnlyList<ReadingScore> scores)
    {
        foreach (var score in scores)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"reading {score.Dimension,-11} labelled {score.Labelled,3}  read {score.Both,3}  beyond {score.Extra,3}  weighted kappa {score.WeightedKappa:0.00}  Spearman {score.Spearman:0.00}  equal {score.Equal:0.00}"));
    }
}
