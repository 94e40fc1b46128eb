using InterviewAgent.Insights.SubThemes;

namespace InterviewAgent.Evals.Themes;

/// <summary>
/// Groups labelled quotes without their codes, and looks whether quotes of one code come together. In the product quotes are grouped within a code; without it is
/// the harder task, and the one that labels can judge.
/// </summary>
public static class MeasureThemes
{
    public static IReadOnlyList<GroupingScore> Of(IReadOnlyList<LabelledQuote> quotes, ReadWords words)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        ArgumentNullException.ThrowIfNull(words);
        var classes = quotes.Select(quote => quote.Code).ToList();
        var texts = quotes.Select(quote => quote.Text).ToList();
        var ours = Largest(texts, words);
        var several = ours.CountBy(group => group).Count(group => group.Value > 1);
        return
        [
            ScoreGrouping.Of("words in common", ours, classes),
            ScoreGrouping.Of("k-means, as many groups", ClusterByWords.Of(texts, several), classes),
            ScoreGrouping.Of("k-means, as many as codes", ClusterByWords.Of(texts, classes.Distinct().Count()), classes),
            ScoreGrouping.Of("all in one", [.. texts.Select(_ => "one")], classes),
        ];
    }

    /// <summary>A quote may be in several themes; here it counts in the one that most quotes share, and one with no theme stands alone.</summary>
    private static List<string> Largest(List<string> texts, ReadWords words)
    {
        var terms = texts.ConvertAll(words.TermsOf);
        var sizes = terms.SelectMany(of => of).CountBy(term => term).ToDictionary(StringComparer.Ordinal);
        return [.. terms.Select((of, i) => of.OrderByDescending(term => sizes[term]).ThenBy(term => term, StringComparer.Ordinal).FirstOrDefault(FormattableString.Invariant($"#{i}")))];
    }
}
