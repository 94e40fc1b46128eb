using InterviewAgent.Accounts;

namespace InterviewAgent.Insights;

/// <summary>Old workflow alive? Each role's latest word about practice outside the product, with its date.</summary>
public static class OldWorkflow
{
    /// <summary>
    /// One row for each role that spoke of it, newest first. Retired (said done) and alive are both words about it; the newer one
    /// stands, and alive stands on the same day.
    /// </summary>
    public static IReadOnlyList<OldWorkflowWord> Of(AccountVoice voice)
    {
        ArgumentNullException.ThrowIfNull(voice);
        return [.. voice.Interviews
            .SelectMany(interview => interview.Findings.Select(finding => (interview, finding, alive: Alive(finding))))
            .Where(word => word.alive is not null)
            .GroupBy(word => word.interview.Role)
            .Select(role => role.OrderByDescending(word => word.interview.HeldOn).ThenByDescending(word => word.alive).First())
            .Select(word => new OldWorkflowWord(word.interview.Role, word.alive!.Value, word.finding.Id, word.interview.HeldOn))
            .OrderByDescending(word => word.On)];
    }

    private static bool? Alive(HeardFinding finding) => finding switch
    {
        { Code: "operational.old-workflow" } => true,
        { Code: "commitment.retire-old-process", Status: Analysis.CommitmentStatus.Broken } => true,
        { Code: "commitment.retire-old-process", Status: Analysis.CommitmentStatus.Done } => false,
        _ => null,
    };
}

/// <param name="Finding">Id of the finding whose words say so.</param>
public sealed record OldWorkflowWord(Role Role, bool IsAlive, string Finding, DateOnly On);
