using InterviewAgent.Accounts;
using InterviewAgent.Analysis;

namespace InterviewAgent.Insights;

/// <summary>The checkpoint at which drift first shows.</summary>
internal static class DriftShows
{
    /// <summary>
    /// At day 14 there is no course yet to drift from. Where real work depends on the product, one person's word that something has
    /// moved is not drift of the account.
    /// </summary>
    public static Checkpoint? From(IReadOnlyList<HeardInterview> inOrder, bool depends)
    {
        var drifting = inOrder.Where(interview => interview.Checkpoint != Checkpoint.Day14
            && interview.Findings.Any(finding => finding.Kind == FindingKind.Drift)).ToList();
        var people = drifting.Select(interview => interview.Person).Distinct().Count();
        return drifting.Count == 0 || depends && people < 2 ? null : drifting[0].Checkpoint;
    }
}
