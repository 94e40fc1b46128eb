using System.Globalization;

namespace InterviewAgent.Evals.Statistics;

/// <summary>What may be said of a difference.</summary>
public enum Finding { NoChange, CannotTell, Better, Worse }

/// <summary>A difference in words that a manager reads. Scores run from 0 to 1 and are said in points of 100.</summary>
public static class SayDifference
{
    private const double Level = 0.05;

    /// <param name="adjustedP">The difference's p after <see cref="Holm"/> over all that were looked at together.</param>
    /// <param name="lowerIsBetter">For scores that count errors.</param>
    public static Finding Of(ClusterDifference difference, double adjustedP, bool lowerIsBetter = false)
    {
        ArgumentNullException.ThrowIfNull(difference);
        if (difference.Ties == difference.Items) return Finding.NoChange;
        var excludesZero = difference is { Low: { } low, High: { } high } && (low > 0 || high < 0);
        if (adjustedP > Level || !excludesZero) return Finding.CannotTell;
        return difference.Estimate > 0 != lowerIsBetter ? Finding.Better : Finding.Worse;
    }

    public static string InWords(ClusterDifference difference, double adjustedP, bool lowerIsBetter = false)
    {
        ArgumentNullException.ThrowIfNull(difference);
        return Of(difference, adjustedP, lowerIsBetter) switch
        {
            Finding.NoChange => "no change: every item scored the same",
            Finding.Better => $"real, better by {Range(difference)}",
            Finding.Worse => $"real, worse by {Range(difference)}",
            _ when difference.Clusters < ClusterDifference.FewestThatCanTell =>
                $"cannot tell: {difference.Clusters} groups are too few for any difference to be real, {ClusterDifference.FewestThatCanTell} are the least",
            _ => $"cannot tell: this set sees only differences above {Points(Smallest(difference))}",
        };
    }

    /// <summary>Where few items changed the normal formula promises too much: what was not found here is not detectable here.</summary>
    private static double Smallest(ClusterDifference difference) => Math.Max(difference.Detectable!.Value, Math.Abs(difference.Estimate));

    private static string Range(ClusterDifference difference)
    {
        var (one, other) = (Math.Abs(difference.Low!.Value), Math.Abs(difference.High!.Value));
        var (least, most) = (Math.Min(one, other), Math.Max(one, other));
        var (low, high) = (Points(least, least), Points(most, least));
        return low == high ? $"{low} points" : $"{low} to {high} points";
    }

    /// <summary>Whole points; with one decimal where the smallest figure of the sentence is under one point.</summary>
    private static string Points(double score, double? smallest = null) =>
        (100 * score).ToString(100 * (smallest ?? score) < 1 ? "0.0" : "0", CultureInfo.InvariantCulture);
}
