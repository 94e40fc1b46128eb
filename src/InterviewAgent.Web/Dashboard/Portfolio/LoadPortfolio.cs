using System.Linq.Expressions;
using InterviewAgent.Accounts;
using InterviewAgent.Insights.Summaries;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Portfolio;

/// <summary>A filtered portfolio from the rows that are kept of each account: filtered, sorted, counted and paged by the store.</summary>
public sealed class LoadPortfolio(InterviewAgentDb db, Seen seen, TimeProvider clock)
{
    public const int QuietAfterDays = OpenWords.QuietAfterDays;

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The accounts that the viewer sees and the filter's own columns leave.</summary>
    public IQueryable<Account> Accounts(PortfolioFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter.On(seen.Accounts, Today);
    }

    /// <summary>One page of a list, and how many rows all pages have.</summary>
    public async Task<(IReadOnlyList<PortfolioRow> Rows, int All)> Page(PortfolioFilter filter, string? sort, int number, int size, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var lines = Lines(filter);
        var all = await lines.CountAsync(cancellationToken);
        var at = Math.Clamp(number, 1, Math.Max(1, (all + size - 1) / size));
        return (await Rows(filter, lines.By(sort, filter.OfRole is not null).Skip((at - 1) * size).Take(size), cancellationToken), all);
    }

    public async Task<PortfolioRow> One(Guid id, CancellationToken cancellationToken)
    {
        PortfolioFilter filter = new() { Id = id };
        return (await Rows(filter, Lines(filter), cancellationToken))[0];
    }

    internal IQueryable<PortfolioLine> Lines(PortfolioFilter filter) =>
        filter.On(filter.OfRole is { } role ? OfRole(Accounts(filter), role) : Whole(Accounts(filter)), Quiet());

    /// <summary>
    /// The accounts with enough voice, lowest first. Of all accounts, or those with a flag, the store walks the index of their levels and stops: a cross join
    /// is taken by SQLite in the order it is written.
    /// </summary>
    internal IQueryable<PortfolioLine> Lowest(PortfolioFilter filter) => (IsWhole(filter)
        ? from summary in db.AccountSummaries from account in db.Accounts where account.Id == summary.AccountId && summary.Level != null select new Kept { Account = account, Summary = summary }
        : from account in Accounts(filter) join summary in db.AccountSummaries on account.Id equals summary.AccountId where summary.Level != null select new Kept { Account = account, Summary = summary })
        .OrderBy(one => one.Summary!.Level).ThenBy(one => one.Summary!.AccountId).Select(Line).Where(PortfolioLine.IsJudged);

    /// <summary>True: all accounts there are, by no filter.</summary>
    internal bool IsWhole(PortfolioFilter filter) => seen.AllOrSome is null && !filter.Any && filter.Id is null;

    internal async Task<IReadOnlyList<PortfolioRow>> Rows(PortfolioFilter filter, IQueryable<PortfolioLine> lines, CancellationToken cancellationToken)
    {
        var shown = await lines.ToListAsync(cancellationToken);
        var ids = shown.ConvertAll(line => line.Id);
        var quiet = filter.OfRole is not null ? [] : await Quiet().Where(person => ids.Contains(person.AccountId))
            .GroupBy(person => person.AccountId).Select(people => new { people.Key, People = people.Count() }).ToDictionaryAsync(row => row.Key, row => row.People, cancellationToken);
        return [.. shown.Select(line => line.Row(quiet.GetValueOrDefault(line.Id), filter.OfRole is not null))];
    }

    /// <summary>People whose newest invitation has had no first answer for so long that it is silence. Declining is a right and is not silence.</summary>
    public IQueryable<PersonVoice> Quiet()
    {
        var before = clock.GetUtcNow().AddDays(-QuietAfterDays);
        return db.PersonVoices.AsNoTracking().Where(person => person.UnansweredSince < before);
    }

    private IQueryable<PortfolioLine> Whole(IQueryable<Account> accounts) => (
        from account in accounts
        join kept in db.AccountSummaries on account.Id equals kept.AccountId into any
        from summary in any.DefaultIfEmpty()
        select new Kept { Account = account, Summary = summary }).Select(Line);

    private static readonly Expression<Func<Kept, PortfolioLine>> Line = one => new PortfolioLine
    {
        Id = one.Account.Id, Name = one.Account.Name, Owner = one.Account.Owner, Segment = one.Account.Segment, SignedOn = one.Account.ContractSignedOn, RenewalOn = one.Account.RenewalOn,
        Health = one.Summary!.Health, HealthOn = one.Summary.HealthOn, Level = one.Summary.Level, People = (int?)one.Summary.People ?? 0, Interviews = (int?)one.Summary.Interviews ?? 0,
        LastHeardOn = one.Summary.LastHeardOn, Flag = one.Summary.Flag, FlagId = one.Summary.FlagId,
    };

    private sealed class Kept
    {
        public required Account Account { get; init; }

        /// <summary>Null: nothing is kept of the account yet.</summary>
        public AccountSummary? Summary { get; init; }
    }

    private IQueryable<PortfolioLine> OfRole(IQueryable<Account> accounts, Role role) =>
        from account in accounts
        join kept in db.AccountSummaries on account.Id equals kept.AccountId into any
        from summary in any.DefaultIfEmpty()
        join people in db.PersonVoices.Where(person => person.Role == role && person.ToRead > 0).GroupBy(person => person.AccountId).Select(people => new
        {
            people.Key, People = people.Count(), Interviews = people.Sum(person => person.Interviews), Sum = people.Sum(person => person.Sum),
            Readings = people.Sum(person => person.Readings), Last = people.Max(person => person.LastHeardOn),
        }) on account.Id equals people.Key into some
        from heard in some.DefaultIfEmpty()
        select new PortfolioLine
        {
            Id = account.Id, Name = account.Name, Owner = account.Owner, Segment = account.Segment, SignedOn = account.ContractSignedOn, RenewalOn = account.RenewalOn,
            Health = summary.Health, HealthOn = summary.HealthOn, Level = heard.Readings > 0 ? heard.Sum / heard.Readings : null, People = (int?)heard.People ?? 0,
            Interviews = (int?)heard.Interviews ?? 0, LastHeardOn = heard.Last, Flag = summary.Flag, FlagId = summary.FlagId,
        };
}
