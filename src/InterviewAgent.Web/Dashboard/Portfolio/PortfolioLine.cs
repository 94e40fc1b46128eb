using System.Linq.Expressions;
using InterviewAgent.Accounts;
using InterviewAgent.Insights;

namespace InterviewAgent.Web.Dashboard.Portfolio;

/// <summary>A row of the portfolio as the store can filter, sort and count it: the account beside what is kept of its voice.</summary>
internal sealed class PortfolioLine
{
    public Guid Id { get; init; }
    public required string Name { get; init; }
    public string? Owner { get; init; }
    public string? Segment { get; init; }
    public DateOnly SignedOn { get; init; }
    public DateOnly? RenewalOn { get; init; }
    public HealthStatus? Health { get; init; }
    public DateOnly? HealthOn { get; init; }
    public double? Level { get; init; }
    public int People { get; init; }
    public int Interviews { get; init; }
    public DateOnly? LastHeardOn { get; init; }
    public FlagKind? Flag { get; init; }
    public Guid? FlagId { get; init; }

    public static Expression<Func<PortfolioLine, bool>> IsLow =>
        line => line.People >= PortfolioRow.EnoughPeople && line.Interviews >= PortfolioRow.EnoughInterviews && line.Level < PortfolioRow.Middle;

    public static Expression<Func<PortfolioLine, bool>> IsHigh =>
        line => line.People >= PortfolioRow.EnoughPeople && line.Interviews >= PortfolioRow.EnoughInterviews && line.Level >= PortfolioRow.Middle;

    public static Expression<Func<PortfolioLine, bool>> IsJudged =>
        line => line.People >= PortfolioRow.EnoughPeople && line.Interviews >= PortfolioRow.EnoughInterviews && line.Level != null;

    public static Expression<Func<PortfolioLine, bool>> IsNotJudged =>
        line => line.People < PortfolioRow.EnoughPeople || line.Interviews < PortfolioRow.EnoughInterviews || line.Level == null;

    public PortfolioRow Row(int quiet, bool ofRole) => new(
        Id, Name, Owner, Segment, SignedOn, RenewalOn, Health, HealthOn, Level, People, Interviews, LastHeardOn, quiet, Flag, FlagId) { IsOfRole = ofRole };
}
