using InterviewAgent.Accounts;
using InterviewAgent.Insights;

namespace InterviewAgent.Web.Dashboard.Portfolio;

/// <summary>How a list of accounts is sorted: a column's name, with "-" before it when descending. Those without a value stand last either way.</summary>
internal static class PortfolioOrder
{
#pragma warning disable CA1304, CA1311 // Translated to the store's upper(): a culture cannot be.
    /// <param name="sort">Null or no column: flags first, then the lowest voice.</param>
    /// <param name="ofRole">Of one role nobody's number of people and day is told, so nothing is sorted by them.</param>
    public static IQueryable<PortfolioLine> By(this IQueryable<PortfolioLine> lines, string? sort, bool ofRole)
    {
        var sorted = (ofRole && sort is "people" or "-people" or "heard" or "-heard" ? null : sort) switch
        {
            "name" => lines.OrderBy(line => line.Name.ToUpper()),
            "-name" => lines.OrderByDescending(line => line.Name.ToUpper()),
            "owner" => lines.OrderBy(line => line.Owner == null).ThenBy(line => line.Owner!.ToUpper()),
            "-owner" => lines.OrderBy(line => line.Owner == null).ThenByDescending(line => line.Owner!.ToUpper()),
            "health" => lines.OrderBy(line => line.Health == HealthStatus.Red ? 0 : line.Health == HealthStatus.Yellow ? 1 : line.Health == HealthStatus.Green ? 2 : 3),
            "-health" => lines.OrderBy(line => line.Health == HealthStatus.Green ? 0 : line.Health == HealthStatus.Yellow ? 1 : line.Health == HealthStatus.Red ? 2 : 3),
            "voice" => JudgedFirst(lines).ThenBy(line => line.Level),
            "-voice" => JudgedFirst(lines).ThenByDescending(line => line.Level),
            "people" => lines.OrderBy(line => line.People),
            "-people" => lines.OrderByDescending(line => line.People),
            "heard" => lines.OrderBy(line => line.LastHeardOn == null).ThenBy(line => line.LastHeardOn),
            "-heard" => lines.OrderBy(line => line.LastHeardOn == null).ThenByDescending(line => line.LastHeardOn),
            "day" => lines.OrderByDescending(line => line.SignedOn),
            "-day" => lines.OrderBy(line => line.SignedOn),
            "renewal" => lines.OrderBy(line => line.RenewalOn == null).ThenBy(line => line.RenewalOn),
            "-renewal" => lines.OrderBy(line => line.RenewalOn == null).ThenByDescending(line => line.RenewalOn),
            _ => lines.OrderBy(line => line.Flag == null ? 2 : line.Flag == FlagKind.SilentSufferer ? 0 : 1)
                .ThenBy(line => line.People < PortfolioRow.EnoughPeople || line.Interviews < PortfolioRow.EnoughInterviews || line.Level == null).ThenBy(line => line.Level),
        };
        return (sort is "name" or "-name" ? sorted : sorted.ThenBy(line => line.Name.ToUpper())).ThenBy(line => line.Id);
    }
#pragma warning restore CA1304, CA1311

    private static IOrderedQueryable<PortfolioLine> JudgedFirst(IQueryable<PortfolioLine> lines) => lines.OrderBy(
        line => line.People < PortfolioRow.EnoughPeople || line.Interviews < PortfolioRow.EnoughInterviews || line.Level == null);
}
