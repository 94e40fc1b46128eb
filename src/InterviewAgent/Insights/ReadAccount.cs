using InterviewAgent.Accounts;
using InterviewAgent.Analysis;

namespace InterviewAgent.Insights;

/// <summary>
/// Reads one account across people and time: its health as imported beside its voice as heard. Pure; the rule for a silent
/// sufferer is DESIGN.md's, its words are the codebook's.
/// </summary>
public static class ReadAccount
{
    /// <param name="thresholds">Null: the defaults, which come from simulation.</param>
    public static AccountReading Read(AccountVoice voice, FlagThresholds? thresholds = null)
    {
        ArgumentNullException.ThrowIfNull(voice);
        thresholds ??= FlagThresholds.Default;
        var all = CurrentVoice.InOrder(voice);
        var current = CurrentVoice.Of(voice);
        var health = Health(voice);
        var enough = EnoughVoice.Has(voice);
        var evidence = EvidenceOf(voice, all, current, thresholds);
        var weight = EvidenceWeight.Of(voice, evidence);
        var depends = Dependence.Protects(current);
        var told = VendorKnows.Of(current);
        var disengaged = thresholds.AreMetBy(weight) && !depends;
        var silent = health == AccountHealth.Green && enough && disengaged && !told;
        var atRisk = disengaged || !depends && (health == AccountHealth.Red || Blocked(current));
        var reading = new AccountReading(health, enough, silent, atRisk, DriftShows.From(all, depends), "", evidence, told, depends)
        {
            Trend = ReadTrend.Of(voice, thresholds),
            AllowsFlag = thresholds.AllowFlag(weight),
        };
        return reading with { Why = WhyOf.Sentence(reading) };
    }

    private static AccountHealth Health(AccountVoice voice) =>
        voice.Health.Count == 0 ? AccountHealth.Unknown : voice.Health.MaxBy(health => health.On).Status switch
        {
            HealthStatus.Green => AccountHealth.Green,
            HealthStatus.Yellow => AccountHealth.Yellow,
            _ => AccountHealth.Red,
        };

    /// <summary>Strongest first: kinds with quotes, then people, then newest.</summary>
    private static List<Evidence> EvidenceOf(
        AccountVoice voice, IReadOnlyList<HeardInterview> all, IReadOnlyList<HeardInterview> current, FlagThresholds thresholds) =>
        [.. new[]
            {
                QuotedEvidence.Leaving(current), QuotedEvidence.OldWorkflowAlive(current), QuotedEvidence.ToleratedFriction(current),
                QuotedEvidence.Drift(all), QuotedEvidence.LowReadings(current), FallingKeyActions.Of(voice, thresholds), Silence.Of(voice),
            }
            .OfType<Evidence>()
            .OrderByDescending(kind => kind.IsQuoted).ThenByDescending(kind => kind.People).ThenByDescending(kind => kind.Latest)];

    private static bool Blocked(IReadOnlyList<HeardInterview> current) =>
        current.Any(interview => interview.Findings.Any(finding => finding.Severity >= 3));
}
