using InterviewAgent.Analysis;

namespace InterviewAgent.Web.Dashboard.Themes;

/// <summary>A code across accounts; people and accounts are counted apart.</summary>
/// <param name="Grown">In how many accounts more, or fewer, it is alive than a week ago.</param>
/// <param name="Weeks">Accounts in which it is alive in each of the last twelve weeks, oldest first.</param>
public sealed record ThemeRow(FindingKind Kind, string Code, string Name, int People, int Accounts, int Grown, IReadOnlyList<int> Weeks);
