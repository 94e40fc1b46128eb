using System.Globalization;
using InterviewAgent.Evals.Neutrality;

namespace InterviewAgent.Cli.Commands.Transcripts;

/// <summary>The summary of <c>check</c>, for a program and for a person.</summary>
internal static class NeutralityReport
{
    public static object Of(NeutralityShares shares, IEnumerable<(string Rule, long Turns)> rules) => new
    {
        shares.Interviews,
        shares.Turns,
        shares.StrictClean,
        shares.DoubleQuestions,
        shares.Praise,
        shares.Evaluation,
        shares.Interpretation,
        shares.Closed,
        shares.MedianWords,
        shares.TalkShare,
        rules = rules.ToDictionary(rule => rule.Rule, rule => rule.Turns),
    };

    public static IEnumerable<string> Lines(NeutralityShares shares, IEnumerable<(string Rule, long Turns)> rules)
    {
        yield return "";
        yield return string.Create(CultureInfo.InvariantCulture,
            $"{shares.Turns} interviewer turns of {shares.Interviews} interviews, first and last turns left out");
        yield return $"  one question, no evaluation, no interpretation  {Percent(shares.StrictClean)}";
        yield return $"  double questions                                {Percent(shares.DoubleQuestions)}";
        yield return $"  praise                                          {Percent(shares.Praise)}";
        yield return $"  any evaluation                                  {Percent(shares.Evaluation)}";
        yield return $"  interpretation                                  {Percent(shares.Interpretation)}";
        yield return $"  closed                                          {Percent(shares.Closed)}";
        yield return $"  words, median                                   {Number(shares.MedianWords)}";
        yield return $"  interviewer's share of all words                {Percent(shares.TalkShare)}";
        if (string.Join(", ", rules.Select(rule => $"{rule.Rule} {rule.Turns}")) is { Length: > 0 } broken)
        {
            yield return $"  rules broken, in turns                          {broken}";
        }
    }

    private static string Percent(double? share) =>
        share is { } value ? string.Create(CultureInfo.InvariantCulture, $"{100 * value,6:0.0} %") : "none counted";

    private static string Number(double? value) =>
        value is { } number ? string.Create(CultureInfo.InvariantCulture, $"{number,6:0.0}") : "none counted";
}
