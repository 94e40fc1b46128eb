using InterviewAgent.Insights;

namespace InterviewAgent.Web.Dashboard.Flags;

/// <summary>The evidence of a flag as stored: kinds apart, findings by id.</summary>
internal static class FlagEvidence
{
    /// <summary>Findings of all kinds, a first one of each kind before a second: two quotes then say two things.</summary>
    public static IReadOnlyList<Guid> Findings(IReadOnlyList<Evidence> evidence) =>
        [.. evidence.SelectMany(kind => kind.Findings.Select((id, at) => (id, at)))
            .OrderBy(one => one.at).Select(one => Guid.TryParse(one.id, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()];

    public static string Name(EvidenceKind kind) => kind switch
    {
        EvidenceKind.Leaving => "speaks of leaving",
        EvidenceKind.OldWorkflowAlive => "old way still in use",
        EvidenceKind.ToleratedFriction => "friction tolerated in silence",
        EvidenceKind.Drift => "purpose or backing has moved",
        EvidenceKind.LowReadings => "little value or result seen",
        EvidenceKind.FallingKeyActions => "key actions fall while log-ins hold",
        _ => "invited people stay silent",
    };
}
