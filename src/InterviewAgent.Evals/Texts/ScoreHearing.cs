using InterviewAgent.Evals.Scorers;

namespace InterviewAgent.Evals.Texts;

/// <summary>How well one listener heard the three sets.</summary>
/// <param name="Failures">Share of cases not heard as allowed, by family.</param>
/// <param name="Correlation">Pearson's r with the mean rating of review sentences kept apart from training.</param>
/// <param name="MixedHeard">Of the sentences with a positive and a negative category, the share heard as mixed; null: it cannot hear it.</param>
/// <param name="MixedFalse">Of the other sentences, the share heard as mixed all the same.</param>
public sealed record HearingScore(
    string Name, IReadOnlyDictionary<string, double> Failures, double AllFailures, double? Correlation, double? MixedHeard, double? MixedFalse, double TextsPerSecond);

public static class ScoreHearing
{
    /// <summary>The texts of a run in the order that a <see cref="TextHearing"/> answers.</summary>
    public static IReadOnlyList<string> Texts(ReadTexts sets)
    {
        ArgumentNullException.ThrowIfNull(sets);
        return [.. sets.Checklist.Select(text => text.Text), .. sets.Reviews.Select(text => text.Text), .. sets.Mixed.Select(text => text.Text)];
    }

    public static HearingScore Of(TextHearing heard, ReadTexts sets)
    {
        ArgumentNullException.ThrowIfNull(heard);
        ArgumentNullException.ThrowIfNull(sets);
        var failed = sets.Checklist.Select((text, i) => (text.Family, Failed: !text.Allowed.Contains(Name(heard.Polarities[i])))).ToList();
        var from = sets.Checklist.Count;
        var rated = sets.Reviews.Select((text, i) => (text.Mean, heard.Scores[from + i])).ToList();
        from += sets.Reviews.Count;
        var mixed = sets.Mixed.Select((text, i) => (text.IsMixed, Heard: heard.Mixed?[from + i])).ToList();
        return new HearingScore(
            heard.Name, failed.GroupBy(text => text.Family).ToDictionary(family => family.Key, family => Share(family, text => text.Failed)),
            Share(failed, text => text.Failed), Correlation.Pearson(rated),
            heard.Mixed is null ? null : Share(mixed.Where(text => text.IsMixed), text => text.Heard == true),
            heard.Mixed is null ? null : Share(mixed.Where(text => !text.IsMixed), text => text.Heard == true), heard.TextsPerSecond);
    }

    private static string Name(int polarity) => polarity switch { > 0 => "positive", < 0 => "negative", _ => "neutral" };

    private static double Share<T>(IEnumerable<T> items, Func<T, bool> holds)
    {
        var (all, some) = (0, 0);
        foreach (var item in items)
        {
            all++;
            if (holds(item)) some++;
        }
        return all == 0 ? 0 : (double)some / all;
    }
}
