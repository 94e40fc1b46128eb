using System.Security.Claims;
using InterviewAgent.Accounts;
using InterviewAgent.Insights;
using InterviewAgent.Storage;
using InterviewAgent.Web.Dashboard.Quotes;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Flags;

/// <summary>Flags without an outcome, in the order of DESIGN.md: kinds with quotes, then people, then newest; silent before loud.</summary>
public sealed class LoadOpenFlags(InterviewAgentDb db, FindingQuotes quotes)
{
    private const int QuotesEach = 2;

    /// <summary>The first <paramref name="most"/> flags of these accounts, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<OpenFlag> Flags, int All)> For(
        ClaimsPrincipal user, IQueryable<Account> accounts, int most, CancellationToken cancellationToken)
    {
        var open = await (
            from flag in db.Flags.AsNoTracking()
            join account in accounts on flag.AccountId equals account.Id
            where flag.Outcome == null && flag.ClosedAt == null
            select new { flag, account.Name, account.ContractSignedOn, account.Owner }).ToListAsync(cancellationToken);
        var first = open
            .Select(row => (row, evidence: EvidenceJson.Read(row.flag.Evidence)))
            .OrderBy(one => one.row.flag.Kind == FlagKind.SilentSufferer ? 0 : 1)
            .ThenByDescending(one => one.evidence.Count(kind => kind.IsQuoted))
            .ThenByDescending(one => one.evidence.Select(kind => kind.People).DefaultIfEmpty().Max())
            .ThenByDescending(one => one.row.flag.OpenedAt).ThenBy(one => one.row.flag.Id)
            .Take(most).ToList();
        var words = await quotes.Of(
            user, [.. first.SelectMany(one => FlagEvidence.Findings(one.evidence))], cancellationToken);
        return ([.. first.Select(one => new OpenFlag(
            one.row.flag.Id, one.row.flag.AccountId, one.row.Name, one.row.ContractSignedOn, one.row.flag.Kind, one.row.flag.OpenedAt,
            one.row.flag.Why, one.evidence, one.row.flag.Owner ?? one.row.Owner, one.row.flag.Due,
            TwoOf(FlagEvidence.Findings(one.evidence), words)))], open.Count);
    }

    /// <summary>From different findings where it can be, and never the same sentence twice.</summary>
    private static IReadOnlyList<QuotedTurn> TwoOf(IEnumerable<Guid> findings, ILookup<Guid, QuotedTurn> words) =>
        [.. findings.SelectMany(id => words[id].Select((quote, at) => (quote, at))).OrderBy(one => one.at)
            .Select(one => one.quote).DistinctBy(quote => quote.Shown.Words).Take(QuotesEach)];
}
