using InterviewAgent.Accounts;

namespace InterviewAgent.Insights;

/// <summary>Everything that is read of one account beside its flags, each by its own rule (README.md of this folder). Ids, places and numbers; no words.</summary>
public sealed record AccountLedgers(
    IReadOnlyDictionary<Guid, PromiseLine> Promises, IReadOnlyList<Rung> Ladder, IReadOnlyList<OldWorkflowWord> OldWorkflow,
    IReadOnlyList<ReadinessItem> Readiness, TimeToFirstValue FirstValue, DepthOfUse? Depth, SilenceLedger Silence,
    IReadOnlyList<PaceChange> Pace, EnoughVoice Voice)
{
    /// <summary>Ids of all findings whose words a page shows beside these.</summary>
    public IEnumerable<Guid> Findings => Ladder.Select(rung => rung.Finding).Concat(OldWorkflow.Select(word => word.Finding))
        .Concat(Readiness.Select(item => item.Finding)).Append(FirstValue.Finding)
        .Select(id => Guid.TryParse(id, out var found) ? found : Guid.Empty).Where(id => id != Guid.Empty).Distinct();
}
