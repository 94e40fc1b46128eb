using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights;
using MathNet.Numerics.Distributions;

namespace InterviewAgent.Evals.Thresholds;

/// <summary>One interview as a coder would hear it: what was said is drawn from what people of such accounts say, then misheard as the coder mishears.</summary>
internal sealed class DrawInterview(VoiceRates rates, Random random)
{
    private const int FewestAnswers = 3, MostAnswers = 6;

    /// <param name="person">How far this person's tone lies from others of the kind.</param>
    /// <param name="completed">Broken off: half of the answers, and each code with half its chance.</param>
    public HeardInterview Of(
        string id, string personId, Role role, Checkpoint checkpoint, DateOnly on, bool completed, AccountKind kind, Phase phase, double person)
    {
        var answers = random.Next(FewestAnswers, MostAnswers + 1) / (completed ? 1 : 2);
        var findings = new List<HeardFinding>();
        foreach (var (code, rate) in rates.Said(kind, role.Side(), phase))
        {
            var said = random.NextDouble() < rate * (completed ? 1 : 0.5);
            var heard = said ? random.NextDouble() >= rates.Missed(code) : random.NextDouble() < rates.Invented(code) * (completed ? 1 : 0.5);
            if (heard)
            {
                findings.Add(Finding($"{id}#{findings.Count}", code, said, kind.Label(), answers));
            }
        }
        var tones = Tones(answers, rates.Tone(kind, role.Side(), phase) + person);
        return new HeardInterview(
            id, personId, role, checkpoint, on, completed, findings, (int)Math.Round(tones.Average(tone => tone.Value)), tones, Readings(kind.Label(), phase, answers));
    }

    private HeardFinding Finding(string id, string code, bool said, AccountLabel label, int answers)
    {
        var kind = code.Split('.')[0] switch
        {
            "drift" => FindingKind.Drift,
            "evidence" or "enthusiasm" => FindingKind.Evidence,
            "commitment" => FindingKind.Commitment,
            _ => FindingKind.Friction,
        };
        return new HeardFinding(
            id, kind, code, kind == FindingKind.Friction ? Severity(code, said, label) : null,
            kind == FindingKind.Commitment ? (CommitmentStatus)Misheard(Draw(rates.Status(code)), said, rates.Counts.StatusHeard) : null,
            [2 * random.Next(1, answers + 1)]);
    }

    private int Severity(string code, bool said, AccountLabel label) =>
        1 + Misheard(Draw(rates.Severity(code, said ? label : AccountLabel.Fine)), said, rates.Counts.SeverityHeard);

    /// <summary>What was invented is judged as the coder judges in all.</summary>
    private int Misheard(int truth, bool said, int[][] heard) => said
        ? Draw([.. heard[truth].Select((count, i) => count + (i == truth ? 0.5 : 0.1))])
        : Draw([.. Enumerable.Range(0, heard.Length).Select(i => heard.Sum(row => (double)row[i]) + 0.1)]);

    private List<HeardSentiment> Tones(int answers, double level)
    {
        var (spread, hearing) = (rates.Counts.Tone, rates.Counts.Hearing);
        var interview = Normal.Sample(random, 0, spread.Interview);
        var misheard = Normal.Sample(random, 0, hearing.Interview);
        return [.. Enumerable.Range(1, answers).Select(answer =>
        {
            var felt = Math.Clamp(Math.Round(level + interview + Normal.Sample(random, 0, spread.Turn)), -2, 2);
            var heard = hearing.Offset + (hearing.Slope * felt) + misheard + Normal.Sample(random, 0, hearing.Turn);
            return new HeardSentiment(2 * answer, (int)Math.Clamp(Math.Round(heard), -2, 2));
        })];
    }

    private List<HeardReading> Readings(AccountLabel label, Phase phase, int answers)
    {
        var readings = new List<HeardReading>();
        foreach (var (dimension, values) in rates.Readings(label, phase, out var interviews))
        {
            if (random.NextDouble() * (interviews + 1) < values.Sum() + 0.5)
            {
                readings.Add(new HeardReading(Enum.Parse<ReadingDimension>(dimension), Draw([.. values.Select(count => count + 0.1)]), 2 * random.Next(1, answers + 1)));
            }
        }
        return readings;
    }

    private int Draw(double[] weights)
    {
        var at = random.NextDouble() * weights.Sum();
        for (var i = 0; i < weights.Length - 1; i++)
        {
            if ((at -= weights[i]) < 0)
            {
                return i;
            }
        }
        return weights.Length - 1;
    }
}
