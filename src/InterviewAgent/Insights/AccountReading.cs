using System.Text.Json.Serialization;
using InterviewAgent.Accounts;

namespace InterviewAgent.Insights;

/// <summary>What an account's voice says beside its dashboard.</summary>
/// <param name="Health">The newest status of the account's own dashboard.</param>
/// <param name="HasEnoughVoice">At least two people and three completed interviews (DESIGN.md, "Trend").</param>
/// <param name="SilentSufferer">By the rule of DESIGN.md; false where there is not enough voice or the health is not green.</param>
/// <param name="AtRisk">The renewal is in danger, loudly or silently.</param>
/// <param name="DriftFrom">Checkpoint at which drift first shows; null: none.</param>
/// <param name="Why">One sentence without names and without quotes.</param>
/// <param name="Evidence">Kinds of evidence against the green light, kept apart and never added up; strongest first.</param>
/// <param name="ToldVendor">Somebody took the suffering to the vendor: loud, not silent.</param>
/// <param name="Depends">Real work rests on the product: an account that complains but depends is neither silent nor at risk.</param>
public sealed record AccountReading(
    AccountHealth Health, bool HasEnoughVoice, bool SilentSufferer, bool AtRisk, Checkpoint? DriftFrom, string Why,
    IReadOnlyList<Evidence> Evidence, bool ToldVendor, bool Depends)
{
    /// <summary>Which way its people move; null: nobody has been heard twice.</summary>
    public Trend? Trend { get; init; }

    /// <summary>
    /// The evidence is strong enough to open a flag, which asks for more than this reading does: a flag is looked at again after every
    /// interview and has more chances to be wrong.
    /// </summary>
    public bool AllowsFlag { get; init; }
}

/// <summary>One kind of evidence: on what it rests and how many people said so.</summary>
/// <param name="Findings">Ids of the findings; empty for kinds that rest on facts (usage, silence).</param>
/// <param name="People">People behind it; 0 for usage.</param>
/// <param name="Latest">Day of the newest of it.</param>
public sealed record Evidence(
    EvidenceKind Kind, IReadOnlyList<string> Findings, int People, bool IsQuoted, DateOnly Latest)
{
    /// <summary>Ids of the interviews behind it; empty for usage and silence.</summary>
    public IReadOnlyList<string> Interviews { get; init; } = [];
}

/// <summary>The kinds of DESIGN.md, "Silent sufferer".</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EvidenceKind>))]
public enum EvidenceKind
{
    [JsonStringEnumMemberName("leaving")] Leaving,
    [JsonStringEnumMemberName("old-workflow")] OldWorkflowAlive,
    [JsonStringEnumMemberName("tolerated-friction")] ToleratedFriction,
    [JsonStringEnumMemberName("drift")] Drift,
    [JsonStringEnumMemberName("low-readings")] LowReadings,
    [JsonStringEnumMemberName("falling-key-actions")] FallingKeyActions,
    [JsonStringEnumMemberName("silence")] Silence,
}

/// <summary>No reading of the dashboard at all is a state of its own, not green.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccountHealth>))]
public enum AccountHealth
{
    [JsonStringEnumMemberName("unknown")] Unknown,
    [JsonStringEnumMemberName("green")] Green,
    [JsonStringEnumMemberName("yellow")] Yellow,
    [JsonStringEnumMemberName("red")] Red,
}
