using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Evals.Scorers;
using InterviewAgent.Insights;

namespace InterviewAgent.Evals.Thresholds;

/// <summary>Counts labelled journeys beside what was heard of them.</summary>
public static class CountVoices
{
    private static readonly ReadingDimension[] Read =
    [
        ReadingDimension.Outcome, ReadingDimension.Confidence, ReadingDimension.Investment, ReadingDimension.Dependence,
        ReadingDimension.ToldVendor, ReadingDimension.Leaving,
    ];

    public static VoiceCounts Of(IReadOnlyList<HeardApart> heard, IReadOnlyList<string> codes, CountedFrom source)
    {
        ArgumentNullException.ThrowIfNull(heard);
        ArgumentNullException.ThrowIfNull(codes);
        var kinds = AccountKinds.Of([.. heard.Select(one => one.Gold)]);
        var pairs = heard.SelectMany(one => Pairs(one, kinds[one.Gold.Id])).ToList();
        return new VoiceCounts(
            source, Cells(pairs), Severities(pairs), Statuses(pairs), Readings(pairs),
            codes.ToDictionary(code => code, code => Errors(pairs, code)),
            Confusion(pairs, 3, label => label.Severity - 1, finding => finding.Severity - 1),
            Confusion(pairs, 4, label => (int?)label.Status, finding => (int?)finding.Status),
            MeasureTone.Spread(pairs), MeasureTone.Hearing(pairs),
            heard.GroupBy(one => Name(AccountKinds.Label(one.Gold.Gold!))).ToDictionary(group => group.Key, group => Health([.. group])),
            heard.GroupBy(one => Name(AccountKinds.Label(one.Gold.Gold!))).ToDictionary(group => group.Key, group => (IReadOnlyDictionary<string, int>)
                group.GroupBy(one => one.Gold.Gold!.DriftFrom ?? "none").OrderBy(from => from.Key, StringComparer.Ordinal).ToDictionary(from => from.Key, from => from.Count())));
    }

    internal static string Name(AccountLabel label) => System.Text.Json.JsonSerializer.Serialize(label).Trim('"');

    /// <summary>An account without a drift date: its first month counts as before.</summary>
    private static IEnumerable<LabelledAndHeard> Pairs(HeardApart account, AccountKind kind)
    {
        var heard = account.Voice.Interviews.ToDictionary(interview => interview.Id);
        var onset = account.Gold.Gold!.DriftFrom is { } from && kind.Label() != AccountLabel.Fine ? CheckpointDays.Find(from) : null;
        return (account.Gold.Interviews ?? []).Where(interview => interview.Gold is not null && heard.ContainsKey(interview.Id)).Select(interview => new LabelledAndHeard(
            account.Gold.Id, kind, interview.Checkpoint < (onset ?? Checkpoint.Day60) ? Phase.Early : Phase.Late, interview.Gold!, heard[interview.Id]));
    }

    private static List<VoiceCell> Cells(List<LabelledAndHeard> pairs) =>
        [.. pairs.GroupBy(pair => (pair.Kind, Side: pair.Heard.Role.Side(), pair.Phase)).OrderBy(cell => cell.Key).Select(cell => new VoiceCell(
            cell.Key.Kind, cell.Key.Side, cell.Key.Phase, cell.Count(), cell.Sum(pair => pair.Feelings.Count), cell.Sum(pair => pair.Feelings.Sum()),
            new SortedDictionary<string, int>(cell.SelectMany(pair => pair.Codes).GroupBy(code => code).ToDictionary(code => code.Key, code => code.Count()), StringComparer.Ordinal)))];

    private static Dictionary<string, IReadOnlyDictionary<string, int[]>> Severities(List<LabelledAndHeard> pairs) =>
        pairs.GroupBy(pair => Name(pair.Kind.Label())).ToDictionary(label => label.Key, label => (IReadOnlyDictionary<string, int[]>)
            new SortedDictionary<string, int[]>(label.SelectMany(pair => pair.Labels.Frictions ?? []).Where(friction => friction.Severity is >= 1 and <= 3)
                .GroupBy(friction => friction.Code).ToDictionary(code => code.Key, code => Histogram(code.Select(friction => friction.Severity!.Value - 1), 3)), StringComparer.Ordinal));

    private static SortedDictionary<string, int[]> Statuses(List<LabelledAndHeard> pairs) =>
        new(pairs.SelectMany(pair => pair.Labels.Commitments ?? []).Where(commitment => commitment.Status is not null)
            .GroupBy(commitment => commitment.Code).ToDictionary(code => code.Key, code => Histogram(code.Select(commitment => (int)commitment.Status!), 4)), StringComparer.Ordinal);

    private static List<ReadingCell> Readings(List<LabelledAndHeard> pairs) =>
        [.. pairs.GroupBy(pair => (Label: pair.Kind.Label(), pair.Phase)).OrderBy(cell => cell.Key).Select(cell => new ReadingCell(
            cell.Key.Label, cell.Key.Phase, cell.Count(),
            Read.ToDictionary(dimension => dimension.ToString(), dimension => Histogram(cell.SelectMany(pair => pair.Heard.Readings)
                .Where(reading => reading.Dimension == dimension).Select(reading => (int)Math.Round(reading.Value)), 5))))];

    private static CoderErrors Errors(List<LabelledAndHeard> pairs, string code)
    {
        var there = pairs.Where(pair => pair.Codes.Contains(code)).ToList();
        var absent = pairs.Where(pair => !pair.Codes.Contains(code)).ToList();
        return new CoderErrors(
            there.Count, there.Count(pair => !pair.HeardCodes.Contains(code)), absent.Count, absent.Count(pair => pair.HeardCodes.Contains(code)));
    }

    private static int[][] Confusion(List<LabelledAndHeard> pairs, int size, Func<Label, int?> labelled, Func<HeardFinding, int?> heard)
    {
        var table = Enumerable.Range(0, size).Select(_ => new int[size]).ToArray();
        foreach (var pair in pairs)
        {
            foreach (var (_, label) in pair.Labels.All())
            {
                if (labelled(label) is { } row && pair.Heard.Findings.FirstOrDefault(finding => finding.Code == label.Code) is { } finding && heard(finding) is { } column)
                {
                    table[row][column]++;
                }
            }
        }
        return table;
    }

    private static int[] Health(IReadOnlyList<HeardApart> accounts) => Histogram(
        accounts.Where(one => one.Voice.Health.Count > 0).Select(one => (int)one.Voice.Health.MaxBy(health => health.On).Status), 3);

    private static int[] Histogram(IEnumerable<int> values, int size)
    {
        var counts = new int[size];
        foreach (var value in values)
        {
            counts[Math.Clamp(value, 0, size - 1)]++;
        }
        return counts;
    }
}

/// <summary>One labelled interview and what was heard of it.</summary>
internal sealed record LabelledAndHeard(string Account, AccountKind Kind, Phase Phase, InterviewLabels Labels, HeardInterview Heard)
{
    public IReadOnlySet<string> Codes { get; } = Labels.All().Select(label => label.Label.Code).ToHashSet();
    public IReadOnlySet<string> HeardCodes { get; } = Heard.Findings.Select(finding => finding.Code).ToHashSet();
    public IReadOnlyList<int> Feelings { get; } = [.. (Labels.Sentiment?.Turns ?? []).Select(turn => turn.Value)];
}
