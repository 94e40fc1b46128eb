using InterviewAgent.Evals.Runs;
using InterviewAgent.Evals.Statistics;

namespace InterviewAgent.Evals.Comparisons;

/// <summary>Compares two runs as pairs, by cluster. Only what the gold labels say decides which items a scorer counts, so that both runs are counted alike.</summary>
public static class CompareRuns
{
    /// <exception cref="BadInputException">The runs are of different suites or have no item in common.</exception>
    public static Comparison Of(EvalRun before, EvalRun after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Header.Task != after.Header.Task || before.Header.Set != after.Header.Set)
            throw new BadInputException("The two runs", $"one is of {before.Header.Suite}, the other of {after.Header.Suite}", "Compare two runs of one suite.");
        var earlier = before.Items.ToDictionary(item => item.Id, StringComparer.Ordinal);
        var pairs = after.Items.Where(item => earlier.ContainsKey(item.Id)).Select(item => (Before: earlier[item.Id], After: item)).ToList();
        if (pairs.Count == 0) throw new BadInputException("The two runs", "they have no item in common", "Compare runs over the same part of the set.");
        var scorers = after.Items.SelectMany(item => item.Scores.Keys).Distinct()
            .Select(scorer => (scorer, Scored(pairs, scorer))).Where(scorer => scorer.Item2.Count > 0).ToList();
        var changed = pairs.Where(pair => !pair.Before.Got.ToHashSet(StringComparer.Ordinal).SetEquals(pair.After.Got) || ScoresDiffer(pair.Before, pair.After))
            .Select(pair => new ChangedItem(pair.Before, pair.After)).OrderBy(item => item.Change).ThenBy(item => item.After.Id, StringComparer.Ordinal).ToList();
        return new Comparison(before, after, Say(scorers), Say(ByLabel(pairs), onlyChanged: true), changed,
            before.Items.Count + after.Items.Count - 2 * pairs.Count);
    }

    private static List<PairedScore> Scored(List<(ScoredItem Before, ScoredItem After)> pairs, string scorer) =>
        [.. pairs.Where(pair => pair.Before.Scores.ContainsKey(scorer) && pair.After.Scores.ContainsKey(scorer))
            .Select(pair => new PairedScore(pair.After.Group, pair.Before.Scores[scorer], pair.After.Scores[scorer]))];

    private static bool ScoresDiffer(ScoredItem before, ScoredItem after) =>
        after.Scores.Any(score => before.Scores.TryGetValue(score.Key, out var earlier) && !earlier.Equals(score.Value));

    private static IEnumerable<(string, List<PairedScore>)> ByLabel(List<(ScoredItem Before, ScoredItem After)> pairs)
    {
        foreach (var label in pairs.SelectMany(pair => pair.After.Expected.Concat(pair.After.Got).Concat(pair.Before.Got)).Distinct().Order(StringComparer.Ordinal))
        {
            List<PairedScore> Count(bool bears) => [.. pairs.Where(pair => pair.After.Expected.Contains(label) == bears).Select(pair =>
                new PairedScore(pair.After.Group, pair.Before.Got.Contains(label) == bears ? 1 : 0, pair.After.Got.Contains(label) == bears ? 1 : 0))];
            var (found, quiet) = (NamesOf(label)[0], NamesOf(label)[1]);
            yield return (found, Count(true));
            yield return (quiet, Count(false));
        }
    }

    /// <summary>What is counted of a label: its presence where it is expected, and its absence where it is not.</summary>
    internal static string[] NamesOf(string label) => [$"{label} found", $"{label} kept quiet"];

    /// <summary>Holm counts every scorer that could have been found real, changed or not.</summary>
    private static List<ScorerChange> Say(IEnumerable<(string Name, List<PairedScore> Pairs)> scorers, bool onlyChanged = false)
    {
        var read = scorers.Where(scorer => scorer.Pairs.Count > 0).Select(scorer => (scorer.Name, Changed: Moved(scorer.Pairs), scorer.Pairs)).ToList();
        var differences = read.Where(scorer => scorer.Changed || !onlyChanged).Select(scorer => (scorer.Name, Difference: ClusterDifference.Of(scorer.Pairs))).ToList();
        var unchanged = read.Count - differences.Count;
        var p = Holm.Adjust([.. differences.Select(scorer => scorer.Difference.P), .. Enumerable.Repeat(1.0, unchanged)]);
        return [.. differences.Select((scorer, i) => new ScorerChange(
            scorer.Name, scorer.Difference, p[i], SayDifference.Of(scorer.Difference, p[i]), SayDifference.InWords(scorer.Difference, p[i])))];
    }

    private static bool Moved(List<PairedScore> pairs) => pairs.Exists(pair => !pair.Before.Equals(pair.After));
}
