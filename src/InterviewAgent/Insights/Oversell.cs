using InterviewAgent.Privacy;

namespace InterviewAgent.Insights;

/// <summary>
/// Where reality falls short of the sale (<c>expectation.oversell</c>), by segment or by the source of the promise, for those who sell.
/// People and accounts are counted apart. A cell stands on at least five people in three accounts, whoever they are: those who sell know
/// their customers by name. Voices kept to totals are not among them.
/// </summary>
public static class Oversell
{
    public const string NotKnown = "not known";

    /// <summary>One cell for each name, most accounts first; hidden ones carry no figures and stand last.</summary>
    public static IReadOnlyList<OversellCell> Of(IReadOnlyCollection<HeardOnSale> heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        var cells = heard.GroupBy(one => one.Cell).Select(cell => (Name: cell.Key, Counted: cell.ToList())).ToList();
        var shown = SuppressionGuard.MayShowBeside([.. cells.Select(cell =>
            new VoiceCount(People(cell.Counted), Accounts(cell.Counted), HoldsTotalsOnly: true))]);
        return [.. cells.Zip(shown, (cell, may) => may
                ? new OversellCell(
                    cell.Name, Accounts(cell.Counted), People(cell.Counted), Accounts(cell.Counted.Where(one => one.SaysOversold)),
                    People(cell.Counted.Where(one => one.SaysOversold)), false)
                : new OversellCell(cell.Name, 0, 0, 0, 0, true))
            .OrderBy(cell => cell.IsHidden).ThenByDescending(cell => cell.AccountsSaying).ThenByDescending(cell => cell.PeopleSaying)
            .ThenBy(cell => cell.Name, StringComparer.Ordinal)];
    }

    private static int People(IEnumerable<HeardOnSale> heard) => heard.Select(one => one.Person).Distinct().Count();

    private static int Accounts(IEnumerable<HeardOnSale> heard) => heard.Select(one => one.Account).Distinct().Count();
}

/// <summary>One person who was heard, in one cell (a person stands in several when their account was promised things by several sources).</summary>
/// <param name="Cell">Segment, or source of the promise.</param>
/// <param name="SaysOversold">Said that reality falls short of what was said in the sale; by source: of a promise of this source.</param>
public sealed record HeardOnSale(string Cell, string Account, string Person, bool SaysOversold);

/// <summary>Of how many accounts and people heard, how many say so.</summary>
/// <param name="IsHidden">Too few to protect them; the figures are then 0 and are not shown.</param>
public sealed record OversellCell(string Name, int Accounts, int People, int AccountsSaying, int PeopleSaying, bool IsHidden);
