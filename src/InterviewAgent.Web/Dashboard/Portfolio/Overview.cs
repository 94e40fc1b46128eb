using InterviewAgent.Accounts;

namespace InterviewAgent.Web.Dashboard.Portfolio;

/// <summary>A filtered portfolio in counts.</summary>
/// <param name="Drawn">Accounts of known health with enough voice, lowest first: all of them, or where they are too many the flagged ones (<paramref name="IsPart"/>).</param>
/// <param name="Quiet">People who were invited and have gone quiet.</param>
/// <param name="IsHidden">Too few people: what is heard of them is hidden to protect, and only the number of accounts is told.</param>
public sealed record Overview(IReadOnlyList<OverviewCell> Cells, IReadOnlyList<PortfolioRow> Drawn, bool IsPart, int Quiet, bool IsHidden)
{
    public static readonly Overview Nothing = new([], [], IsPart: false, 0, IsHidden: false);

    public int Accounts => Cells.Sum(cell => cell.Accounts);
    public int Heard => Cells.Where(cell => cell.Voice != Voice.None).Sum(cell => cell.Accounts);
    public int People => Cells.Sum(cell => cell.People);
}

/// <summary>Accounts of one health and one voice, and the people heard in them.</summary>
public sealed record OverviewCell(HealthStatus? Health, Voice Voice, int Accounts, int People);
