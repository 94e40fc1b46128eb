using InterviewAgent.Analysis;

namespace InterviewAgent.Insights;

/// <summary>What a rollout needs before it can carry daily work.</summary>
public enum Readiness { NamedOwner, AvailableData, WorkflowDecision, UserGroup, FirstValuePath, ProofMetric }

public enum ReadinessState { Unknown, Present, Contradicted }

/// <summary>What one finding says of one item: which codes make it present, which contradict it.</summary>
internal static class ReadinessRules
{
    /// <summary>Null: nothing. A commitment counts when it is done or has a who or a when; an annoyance contradicts nothing.</summary>
    public static ReadinessState? Of(Readiness item, HeardFinding finding) => item switch
    {
        Readiness.NamedOwner => Either(finding, "evidence.owner", null, "operational.ownership", "drift.sponsor"),
        Readiness.AvailableData => Either(finding, "evidence.data", "commitment.data-access", "technical.data", "technical.integration"),
        Readiness.WorkflowDecision => Either(finding, null, "commitment.workflow-decision", "operational.process"),
        Readiness.UserGroup => Either(finding, "evidence.repeated-use", "commitment.training", "technical.access", "drift.scope"),
        Readiness.FirstValuePath => Either(finding, "evidence.first-workflow", "commitment.first-use-case", "drift.milestone-theatre"),
        _ => Either(finding, "evidence.outcome", "commitment.outcome-review", "drift.criteria", "drift.goal"),
    };

    private static ReadinessState? Either(HeardFinding finding, string? evidence, string? commitment, params string[] against) =>
        finding.Code == evidence ? ReadinessState.Present
        : finding.Code == commitment ? finding.Status switch
        {
            CommitmentStatus.Done or CommitmentStatus.Made => ReadinessState.Present,
            CommitmentStatus.Broken => ReadinessState.Contradicted,
            _ => null,
        }
        : against.Contains(finding.Code) && (finding.Kind != FindingKind.Friction || finding.Severity >= 2) ? ReadinessState.Contradicted
        : null;
}
