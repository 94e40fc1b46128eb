using InterviewAgent.Accounts;
using InterviewAgent.Analysis;

namespace InterviewAgent.Evals.Thresholds;

/// <summary>
/// The counts as probabilities. Cells are thin (a dozen interviews), so each leans on the wider one above it with the weight of
/// <see cref="Weight"/> interviews: p = (count + w·p_above) / (interviews + w), from all fine, silent or at-risk accounts of that phase
/// down to the kind and to its side (additive smoothing towards a prior mean; MacKay and Peto 1995).
/// </summary>
internal sealed class VoiceRates(VoiceCounts counts)
{
    private const double Weight = 5;

    // Codes nobody of a label ever said still happen: half an interview in all of them (Jeffreys).
    private const double Never = 0.5;

    private readonly Dictionary<(AccountKind, Side, Phase), (string Code, double Rate)[]> said = [];

    public VoiceCounts Counts => counts;

    public (string Code, double Rate)[] Said(AccountKind kind, Side side, Phase phase)
    {
        if (!said.TryGetValue((kind, side, phase), out var rates))
        {
            said.Add((kind, side, phase), rates = [.. counts.Coder.Keys.Select(code => (code, Rate(code, kind, side, phase)))]);
        }
        return rates;
    }

    /// <summary>Mean labelled feeling of an answer.</summary>
    public double Tone(AccountKind kind, Side side, Phase phase)
    {
        var all = counts.Cells.Where(cell => cell.Kind.Label() == kind.Label() && cell.Phase == phase).ToList();
        var (own, cell) = (all.Where(one => one.Kind == kind).ToList(), all.Where(one => one.Kind == kind && one.Side == side).ToList());
        return Mean(cell, Mean(own, Mean(all, 0)));

        static double Mean(List<VoiceCell> cells, double above) =>
            (cells.Sum(one => one.ToneSum) + (Weight * above)) / (cells.Sum(one => one.Turns) + Weight);
    }

    public double Missed(string code) => Share(counts.Coder[code].Missed, counts.Coder[code].There, MissedOverall);

    public double Invented(string code) => Share(counts.Coder[code].Invented, counts.Coder[code].Absent, InventedOverall);

    /// <summary>Probabilities of severity 1, 2 and 3: this code where the account is such, leaning on all codes where it is.</summary>
    public double[] Severity(string code, AccountLabel label)
    {
        var codes = counts.Severities[CountVoices.Name(label)];
        var all = Enumerable.Range(0, 3).Select(i => codes.Values.Sum(count => count[i])).ToArray();
        var own = codes.GetValueOrDefault(code) ?? [0, 0, 0];
        return [.. own.Select((count, i) => (count + (Weight * all[i] / Math.Max(1, all.Sum()))) / (own.Sum() + Weight))];
    }

    public double[] Status(string code) =>
        [.. (counts.Statuses.GetValueOrDefault(code) ?? [0, 0, 0, 0]).Select(count => count + Never)];

    public IReadOnlyDictionary<string, int[]> Readings(AccountLabel label, Phase phase, out int interviews)
    {
        var cell = counts.Readings.First(one => one.Label == label && one.Phase == phase);
        interviews = cell.Interviews;
        return cell.Values;
    }

    private double MissedOverall => Ratio(counts.Coder.Values.Sum(code => code.Missed), counts.Coder.Values.Sum(code => code.There));

    private double InventedOverall => Ratio(counts.Coder.Values.Sum(code => code.Invented), counts.Coder.Values.Sum(code => code.Absent));

    private double Rate(string code, AccountKind kind, Side side, Phase phase)
    {
        var all = counts.Cells.Where(cell => cell.Kind.Label() == kind.Label() && cell.Phase == phase).ToList();
        var top = (Said(all, code) + Never) / (all.Sum(cell => cell.Interviews) + 1);
        var own = all.Where(cell => cell.Kind == kind).ToList();
        var cell = own.Where(one => one.Side == side).ToList();
        var middle = Share(Said(own, code), own.Sum(one => one.Interviews), top);
        return Share(Said(cell, code), cell.Sum(one => one.Interviews), middle);
    }

    private static int Said(List<VoiceCell> cells, string code) => cells.Sum(cell => cell.Codes.GetValueOrDefault(code));

    private static double Share(int count, int of, double above) => (count + (Weight * above)) / (of + Weight);

    private static double Ratio(int count, int of) => of == 0 ? 0 : (double)count / of;
}
