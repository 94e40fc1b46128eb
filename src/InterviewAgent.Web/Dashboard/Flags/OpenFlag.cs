using InterviewAgent.Insights;
using InterviewAgent.Web.Dashboard.Quotes;

namespace InterviewAgent.Web.Dashboard.Flags;

/// <summary>A flag to act on, with the words that carry it.</summary>
public sealed record OpenFlag(
    Guid Id, Guid AccountId, string Account, DateOnly SignedOn, FlagKind Kind, DateTimeOffset OpenedAt, string Why,
    IReadOnlyList<Evidence> Evidence, string? Owner, DateOnly? Due, IReadOnlyList<QuotedTurn> Quotes)
{
    public static readonly TimeSpan NewFor = TimeSpan.FromDays(7);
}
