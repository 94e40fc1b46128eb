using InterviewAgent.Accounts;
using InterviewAgent.Analysis;

namespace InterviewAgent.Insights;

/// <summary>The seven commitments of the codebook, each with what was said of it last and how long ago.</summary>
public static class CommitmentLadder
{
    /// <summary>Codes in the order in which a rollout climbs them.</summary>
    public static IReadOnlyList<string> Rungs { get; } =
    [
        "commitment.first-use-case", "commitment.data-access", "commitment.workflow-decision", "commitment.training",
        "commitment.retire-old-process", "commitment.outcome-review", "commitment.expansion",
    ];

    /// <summary>Seven rungs, always; a rung nobody spoke of has no status. Of one day's sentences the worse one stands.</summary>
    public static IReadOnlyList<Rung> Of(AccountVoice voice, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(voice);
        return [.. Rungs.Select(code => voice.Interviews
            .SelectMany(interview => interview.Findings.Where(finding => finding.Code == code).Select(finding => (interview, finding)))
            .OrderByDescending(said => said.interview.HeldOn).ThenByDescending(said => said.finding.Status)
            .Select(said => new Rung(code, said.finding.Status, said.finding.Id, said.interview.Role, said.interview.HeldOn,
                today.DayNumber - said.interview.HeldOn.DayNumber))
            .FirstOrDefault(new Rung(code, null, null, null, null, null)))];
    }
}

/// <param name="Status">Null: nobody spoke of it, which is not the same as broken.</param>
/// <param name="Finding">Id of the finding with the latest sentence.</param>
/// <param name="AgeDays">Days since it was said.</param>
public sealed record Rung(string Code, CommitmentStatus? Status, string? Finding, Role? Role, DateOnly? On, int? AgeDays);
