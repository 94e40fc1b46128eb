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
        var week = await LoadFlagWeek.Of(db, accounts, clock.GetUtcNow(), options.Value.FlagsPerManagerPerWeek, cancellationToken);
        var told = week.Shown.Take(most).Select(flag => flag.Id).ToList();
        var open = await Rows(db.Flags.Where(flag => told.Contains(flag.Id)), cancellationToken);
        return (await WithWords(user, [.. told.Where(open.ContainsKey).Select(id => open[id])], cancellationToken), Math.Max(0, week.Shown.Count - most), week.Waiting.Count);
    }

    /// <summary>All open flags of one account.</summary>
    public async Task<IReadOnlyList<OpenFlag>> Of(ClaimsPrincipal user, Guid accountId, CancellationToken cancellationToken)
    {
        var open = await LoadFlagWeek.Open(db, seen.Accounts.Where(account => account.Id == accountId), cancellationToken);
        var rows = await Rows(db.Flags.Where(flag => flag.AccountId == accountId && flag.Outcome == null && flag.ClosedAt == null), cancellationToken);
        return await WithWords(user, [.. FlagBudget.InOrder(open).Where(flag => rows.ContainsKey(flag.Id)).Select(flag => rows[flag.Id])], cancellationToken);
    }

    private async Task<Dictionary<Guid, OpenFlag>> Rows(IQueryable<Flag> flags, CancellationToken cancellationToken) =>
        (await (
            from flag in flags.AsNoTracking()
            join account in seen.Accounts on flag.AccountId equals account.Id
            select new { flag, account.Name, account.ContractSignedOn, account.Owner }).ToListAsync(cancellationToken))
        .ConvertAll(row => new OpenFlag(
            row.flag.Id, row.flag.AccountId, row.Name, row.ContractSignedOn, row.flag.Kind, row.flag.OpenedAt, row.flag.Why,
            EvidenceJson.Read(row.flag.Evidence), row.flag.Owner ?? row.Owner, row.flag.Due, []))
        .ToDictionary(flag => flag.Id);

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
