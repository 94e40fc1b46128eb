using InterviewAgent.Accounts;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Portfolio;

/// <summary>Who is heard of a filtered portfolio, in counts: the store adds up what is kept, and no more accounts are read than are drawn.</summary>
public sealed class LoadOverview(InterviewAgentDb db, Seen seen, LoadPortfolio portfolio)
{
    /// <summary>Accounts that are drawn one by one; and where there are more, flagged ones, which leave room for each other.</summary>
    public const int Most = 160, MostFlagged = 60;

    public async Task<Overview> Of(PortfolioFilter filter, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var cells = await Cells(filter, cancellationToken);
        var quiet = filter.OfRole is not null ? 0
            : await (portfolio.IsWhole(filter) ? portfolio.Quiet()
                : from person in portfolio.Quiet() join account in portfolio.Accounts(filter) on person.AccountId equals account.Id select person).CountAsync(cancellationToken);
        var hidden = filter.OfRole is { } role && !await MayTell(filter, role, cancellationToken);
        if (hidden)
        {
            return new Overview(cells, [], IsPart: false, 0, IsHidden: true);
        }
        var judged = filter.OfRole is null ? portfolio.Lowest(filter) : portfolio.Lines(filter).Where(PortfolioLine.IsJudged).OrderBy(line => line.Level).ThenBy(line => line.Id);
        var placed = judged.Where(line => line.Health != null);
        var part = cells.Where(cell => cell.Health is not null && cell.Voice is Voice.Low or Voice.High).Sum(cell => cell.Accounts) > Most;
        return new Overview(cells, await portfolio.Rows(filter, part ? placed.Where(line => line.Flag != null).Take(MostFlagged) : placed.Take(Most), cancellationToken), part, quiet, IsHidden: false);
    }

    private static readonly Voice[] Voices = [Voice.None, Voice.NotEnough, Voice.Low, Voice.High];

    private async Task<IReadOnlyList<OverviewCell>> Cells(PortfolioFilter filter, CancellationToken cancellationToken)
    {
        // Of all accounts an index of the kept rows has it all; an account of which nothing is kept yet is one that nobody was heard of.
        var all = portfolio.IsWhole(filter);
        var lines = all ? db.AccountSummaries.Select(summary => new { summary.Health, summary.People, summary.Interviews, summary.Level })
            : portfolio.Lines(filter).Select(line => new { line.Health, line.People, line.Interviews, line.Level });
        var cells = (await lines.GroupBy(line => new
        {
            line.Health,
            Voice = line.People == 0 ? 0 : line.People < PortfolioRow.EnoughPeople || line.Interviews < PortfolioRow.EnoughInterviews || line.Level == null ? 1 : line.Level < PortfolioRow.Middle ? 2 : 3,
        }).Select(cell => new { cell.Key.Health, cell.Key.Voice, Accounts = cell.Count(), People = cell.Sum(line => line.People) }).ToListAsync(cancellationToken))
            .ConvertAll(cell => new OverviewCell(cell.Health, Voices[cell.Voice], cell.Accounts, cell.People));
        return all && await db.Accounts.CountAsync(cancellationToken) - cells.Sum(cell => cell.Accounts) is > 0 and var unread
            ? [.. cells, new OverviewCell(null, Voice.None, unread, 0)] : cells;
    }

    private async Task<bool> MayTell(PortfolioFilter filter, Role role, CancellationToken cancellationToken)
    {
        var roles = await Roles(filter, cancellationToken);
        List<VoiceCount> wider = [];
        foreach (var view in filter.WithOneLess())
        {
            wider.Add((await Roles(view, cancellationToken)).GetValueOrDefault(role) ?? Nobody);
        }
        // A role of which nobody is heard hides nobody, and what is left beside it is no less.
        Role[] some = [.. roles.Keys.Order()];
        return roles.ContainsKey(role) && RoleCoverage.MayShow([.. some.Select(one => roles[one])], Array.IndexOf(some, role), wider);
    }

    private static readonly VoiceCount Nobody = new(0, 0, HoldsTotalsOnly: true);

    private Task<Dictionary<Role, VoiceCount>> Roles(PortfolioFilter filter, CancellationToken cancellationToken) => (
        from person in db.PersonVoices.AsNoTracking()
        join account in filter.On(seen.Accounts, portfolio.Today) on person.AccountId equals account.Id
        where person.ToRead > 0
        group person by person.Role into people
        select new { people.Key, People = people.Count(), Accounts = people.Select(person => person.AccountId).Distinct().Count() })
        .ToDictionaryAsync(role => role.Key, role => new VoiceCount(role.People, role.Accounts, HoldsTotalsOnly: true), cancellationToken);
}
