using InterviewAgent.Accounts;
using InterviewAgent.Analysis;

namespace InterviewAgent.Insights;

/// <summary>Old workflow alive? Practice outside the product as people last told it, by role, with its date.</summary>
public static class OldWorkflow
{
    /// <summary>
    /// One row a role that spoke of it, alive ones first, then newest. A person's own last word stands (on one day: alive); a role's old
    /// way is alive while anybody's last word says so, since one who has stopped does not speak for a colleague.
    /// </summary>
    public static IReadOnlyList<OldWorkflowWord> Of(AccountVoice voice)
    {
        ArgumentNullException.ThrowIfNull(voice);
        return [.. voice.Interviews
            .SelectMany(interview => interview.Findings.Select(finding => (interview, finding, alive: Alive(finding))))
            .Where(word => word.alive is not null)
            .GroupBy(word => (word.interview.Role, word.interview.Person))
            .Select(person => person.OrderByDescending(word => word.interview.HeldOn).ThenByDescending(word => word.alive).First())
            .GroupBy(word => word.interview.Role).Select(role => Row(role.Key, [.. role]))
            .OrderByDescending(row => row.IsAlive).ThenByDescending(row => row.On).ThenBy(row => row.Role)];
    }

    private static OldWorkflowWord Row(Role role, List<(HeardInterview interview, HeardFinding finding, bool? alive)> last)
    {
        var alive = last.Count(word => word.alive is true);
        var newest = last.Where(word => alive == 0 || word.alive is true).MaxBy(word => word.interview.HeldOn);
        return new OldWorkflowWord(role, alive, last.Count - alive, newest.finding.Id, newest.interview.HeldOn);
    }

    private static bool? Alive(HeardFinding finding) => finding switch
    {
        { Code: "operational.old-workflow" } => true,
        { Code: "commitment.retire-old-process", Status: CommitmentStatus.Broken } => true,
        { Code: "commitment.retire-old-process", Status: CommitmentStatus.Done } => false,
        _ => null,
    };
}

/// <param name="Alive">People of the role whose last word says that work still runs outside the product.</param>
/// <param name="Retired">People of the role whose last word says that it was given up.</param>
/// <param name="Finding">Id of the finding with the newest sentence of those that decide.</param>
public sealed record OldWorkflowWord(Role Role, int Alive, int Retired, string Finding, DateOnly On)
{
    public bool IsAlive => Alive > 0;
}
