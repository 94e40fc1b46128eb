using InterviewAgent.Analysis;

namespace InterviewAgent.Evals.Scorers;

/// <summary>Scores found journeys against gold ones, paired by journey and interview id. What found lacks counts as not found.</summary>
public static class JourneyScorer
{
    public static JourneyScore Score(IEnumerable<LabelledJourney> gold, IEnumerable<LabelledJourney> found)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(found);
        var byId = found.ToDictionary(journey => journey.Id, StringComparer.Ordinal);
        var journeys = gold.ToList();
        var pairs = journeys.SelectMany(journey => Pairs(journey, byId.GetValueOrDefault(journey.Id))).ToList();
        var byCode = ByCode(pairs);
        var both = pairs.SelectMany(Shared).ToList();
        var commitments = both.Where(pair => pair.Kind == FindingKind.Commitment).ToList();
        var frictions = both.Where(pair => pair is { Kind: FindingKind.Friction, Gold.Severity: not null, Found.Severity: not null }).ToList();
        var turns = pairs.SelectMany(Sentiments).ToList();
        var overall = pairs.Where(pair => pair.Gold.Sentiment is not null)
            .Select(pair => ((double)pair.Gold.Sentiment!.Overall, (double)(pair.Found?.Sentiment?.Overall ?? 0))).ToList();
        return new JourneyScore(
            journeys.Count, pairs.Count, byCode.Values.Aggregate(new Presence(0, 0, 0), Presence.Add),
            byCode.Count == 0 ? 0 : byCode.Values.Average(code => code.F1), ByKind(pairs), byCode,
            Mean(both, pair => Overlap(pair.Gold, pair.Found)), ScoreQuotes.Verbatim(pairs),
            Mean(commitments, pair => pair.Gold.Status == pair.Found.Status ? 1 : 0),
            Mean(frictions, pair => Math.Abs(pair.Gold.Severity!.Value - pair.Found.Severity!.Value)),
            Correlation.Pearson(turns), Correlation.Pearson(overall), ScoreAccounts.Of(journeys, byId));
    }

    private static IEnumerable<InterviewPair> Pairs(LabelledJourney gold, LabelledJourney? found)
    {
        var byId = (found?.Interviews ?? []).ToDictionary(interview => interview.Id, StringComparer.Ordinal);
        foreach (var interview in gold.Interviews ?? [])
            if (interview.Gold is { } labels)
                yield return new InterviewPair(interview, labels, byId.GetValueOrDefault(interview.Id)?.Labels);
    }

    private static SortedDictionary<string, Presence> ByCode(List<InterviewPair> pairs) => Tally(pairs, label => label.Label.Code);

    private static SortedDictionary<string, Presence> ByKind(List<InterviewPair> pairs) => Tally(pairs, label => label.Kind.ToString());

    private static SortedDictionary<string, Presence> Tally(List<InterviewPair> pairs, Func<(FindingKind Kind, Label Label), string> by)
    {
        var tally = new SortedDictionary<string, Presence>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var gold = pair.Gold.All().ToLookup(by, label => label.Label.Code);
            var found = pair.Found?.All().ToLookup(by, label => label.Label.Code) ?? Enumerable.Empty<string>().ToLookup(key => key);
            foreach (var key in gold.Select(group => group.Key).Union(found.Select(group => group.Key)))
                tally[key] = tally.GetValueOrDefault(key, new Presence(0, 0, 0))
                    + Presence.Of(gold[key].ToHashSet(StringComparer.Ordinal), found[key].ToHashSet(StringComparer.Ordinal));
        }
        return tally;
    }

    private static IEnumerable<(FindingKind Kind, Label Gold, Label Found)> Shared(InterviewPair pair)
    {
        var found = pair.Found?.All().ToLookup(label => label.Label.Code, label => label.Label);
        foreach (var (kind, label) in pair.Gold.All())
            if (found?[label.Code].FirstOrDefault() is { } other) yield return (kind, label, other);
    }

    private static IEnumerable<(double, double)> Sentiments(InterviewPair pair)
    {
        var found = (pair.Found?.Sentiment?.Turns ?? []).ToDictionary(turn => turn.Turn, turn => turn.Value);
        return (pair.Gold.Sentiment?.Turns ?? []).Select(turn => ((double)turn.Value, (double)found.GetValueOrDefault(turn.Turn)));
    }

    private static double Overlap(Label gold, Label found) => ScoreQuotes.Overlap(gold, found) ? 1 : 0;

    private static double? Mean<T>(List<T> items, Func<T, double> value) => items.Count == 0 ? null : items.Average(value);
}

internal sealed record InterviewPair(LabelledInterview Interview, InterviewLabels Gold, InterviewLabels? Found);
