namespace InterviewAgent.Insights;

/// <summary>What thresholds are held against; counts that stay apart and are never one number.</summary>
/// <param name="Witnesses">Interviews behind the kinds that rest on words, and one each for usage and silence.</param>
/// <param name="People">People behind them, and one each for usage and silence.</param>
/// <param name="Against">Things said by those who let go of the product less things said by those who hold on to it, now.</param>
/// <param name="Interviews">Interviews of now.</param>
/// <param name="LastHeardDay">Days from the signature to the newest interview.</param>
public sealed record EvidenceWeight(
    int Kinds, int QuotedKinds, int Witnesses, int People, int Against, int Interviews, int LastHeardDay)
{
    /// <param name="evidence">As <see cref="ReadAccount"/> found it in this voice.</param>
    public static EvidenceWeight Of(AccountVoice voice, IReadOnlyList<Evidence> evidence)
    {
        ArgumentNullException.ThrowIfNull(voice);
        ArgumentNullException.ThrowIfNull(evidence);
        var current = CurrentVoice.Of(voice);
        var speaking = evidence.SelectMany(kind => kind.Interviews).ToHashSet(StringComparer.Ordinal);
        var facts = evidence.Count(kind => !kind.IsQuoted);
        var people = voice.Interviews.Where(interview => speaking.Contains(interview.Id)).Select(interview => interview.Person).Distinct().Count();
        return new EvidenceWeight(
            evidence.Count, evidence.Count - facts, speaking.Count + facts, people + facts, Dependence.Against(current), current.Count,
            current.Count == 0 ? 0 : current.Max(interview => interview.HeldOn).DayNumber - voice.ContractSignedOn.DayNumber);
    }
}
