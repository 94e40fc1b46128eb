using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Quotes;

/// <summary>
/// What may be counted beside an account: the same rule as the words themselves, as a query, so that a count never tells what a
/// quote may not. The words still go through the one reading function.
/// </summary>
internal static class OpenFindings
{
    /// <summary>Ended interviews whose respondent did not keep everything to totals.</summary>
    public static IQueryable<Interview> OpenInterviews(this InterviewAgentDb db) => OpenWords.Interviews(db);

    /// <summary>Verified findings with at least one quote that no strict choice touches.</summary>
    public static IQueryable<Finding> OpenFindingsOf(this InterviewAgentDb db) => OpenWords.Findings(db);

    /// <summary>Readings of open interviews whose words are open too.</summary>
    public static IQueryable<Reading> OpenReadings(this InterviewAgentDb db) => OpenWords.Readings(db);
}
