using System.Security.Claims;
using InterviewAgent.Accounts;
using InterviewAgent.Insights;
using InterviewAgent.Storage;
using InterviewAgent.Web.Dashboard.Quotes;
using InterviewAgent.Web.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Dashboard.Flags;

/// <summary>Flags without an outcome, in the order of DESIGN.md: kinds with quotes, then people, then newest; silent before loud.</summary>
public sealed class LoadOpenFlags(InterviewAgentDb db, Seen seen, FindingQuotes quotes, IOptions<InsightsOptions> options, TimeProvider clock)
{
    private const int QuotesEach = 2;

    /// <summary>Findings whose quotes are tried before all of a flag's are: most have two that may be shown among these.</summary>
    private const int TriedFirst = 4;

    /// <summary>The first flags of these accounts that this week's budget has room for, how many more it has room for, and how many wait beyond it.</summary>
    public async Task<(IReadOnlyList<OpenFlag> Flags, int More, int Waiting)> OfThisWeek(
        ClaimsPrincipal user, IQueryable<Account> accounts, int most, CancellationToken cancellationToken)
    {
        var open = await Open(accounts, cancellationToken);
        var monday = FlagBudget.WeekOf(clock.GetUtcNow());
        var closed = await (
            from flag in db.Flags.AsNoTracking()
            join account in accounts on flag.AccountId equals account.Id
            where flag.Outcome != null && flag.ClosedAt >= monday
            select flag.Owner ?? account.Owner).ToListAsync(cancellationToken);
        var week = FlagBudget.Of(open.Keys, closed, options.Value.FlagsPerManagerPerWeek);
        return (await WithWords(user, [.. week.Shown.Take(most).Select(flag => open[flag])], cancellationToken), Math.Max(0, week.Shown.Count - most), week.Waiting.Count);
    }

    /// <summary>All open flags of one account.</summary>
    public async Task<IReadOnlyList<OpenFlag>> Of(ClaimsPrincipal user, Guid accountId, CancellationToken cancellationToken)
    {
        var open = await Open(seen.Accounts.Where(account => account.Id == accountId), cancellationToken);
        return await WithWords(user, [.. FlagBudget.InOrder(open.Keys).Select(flag => open[flag])], cancellationToken);
    }

    private async Task<Dictionary<OpenFlagFacts, OpenFlag>> Open(IQueryable<Account> accounts, CancellationToken cancellationToken)
    {
        var rows = await (
            from flag in db.Flags.AsNoTracking()
            join account in accounts on flag.AccountId equals account.Id
            where flag.Outcome == null && flag.ClosedAt == null
            select new { flag, account.Name, account.ContractSignedOn, account.Owner }).ToListAsync(cancellationToken);
        return rows.Select(row => new OpenFlag(
                row.flag.Id, row.flag.AccountId, row.Name, row.ContractSignedOn, row.flag.Kind, row.flag.OpenedAt, row.flag.Why,
                EvidenceJson.Read(row.flag.Evidence), row.flag.Owner ?? row.Owner, row.flag.Due, []))
            .ToDictionary(flag => new OpenFlagFacts(flag.Id, flag.Kind, flag.Owner, flag.OpenedAt, flag.Evidence));
    }

    private async Task<IReadOnlyList<OpenFlag>> WithWords(ClaimsPrincipal user, IReadOnlyList<OpenFlag> flags, CancellationToken cancellationToken)
    {
        flags = await WithWords(user, flags, TriedFirst, cancellationToken);
        List<OpenFlag> poor = [.. flags.Where(flag => flag.Quotes.Count < QuotesEach && FlagEvidence.Findings(flag.Evidence).Count > TriedFirst)];
        if (poor.Count == 0)
        {
            return flags;
        }
        var richer = (await WithWords(user, poor, int.MaxValue, cancellationToken)).ToDictionary(flag => flag.Id);
        return [.. flags.Select(flag => richer.GetValueOrDefault(flag.Id) ?? flag)];
    }

    private async Task<IReadOnlyList<OpenFlag>> WithWords(ClaimsPrincipal user, IReadOnlyList<OpenFlag> flags, int tried, CancellationToken cancellationToken)
    {
        var findings = flags.ToDictionary(flag => flag.Id, flag => FlagEvidence.Findings(flag.Evidence).Take(tried).ToList());
        var words = await quotes.Of(user, [.. findings.Values.SelectMany(ids => ids)], cancellationToken);
        return [.. flags.Select(flag => flag with { Quotes = TwoOf(findings[flag.Id], words) })];
    }

    /// <summary>From different findings where it can be, and never the same sentence twice.</summary>
    private static IReadOnlyList<QuotedTurn> TwoOf(IEnumerable<Guid> findings, ILookup<Guid, QuotedTurn> words) =>
        [.. findings.SelectMany(id => words[id].Select((quote, at) => (quote, at))).OrderBy(one => one.at)
            .Select(one => one.quote).DistinctBy(quote => quote.Shown.Words).Take(QuotesEach)];
}
