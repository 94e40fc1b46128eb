using InterviewAgent.Analysis;

namespace InterviewAgent.Web.Dashboard.Themes;

/// <summary>A code across accounts; people and accounts are counted apart.</summary>
/// <param name="NewAccounts">Accounts where it was first heard within the last seven days.</param>
/// <param name="Weeks">People heard saying it in each of the last twelve weeks, oldest first.</param>
public sealed record ThemeRow(FindingKind Kind, string Code, string Name, int People, int Accounts, int NewAccounts, IReadOnlyList<int> Weeks);
