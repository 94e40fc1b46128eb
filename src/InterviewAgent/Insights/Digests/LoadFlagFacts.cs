using InterviewAgent.Accounts;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights.Digests;

/// <summary>The flags of some accounts as a digest tells them: the same order and budget as on the dashboard, with the places of their words.</summary>
internal sealed class LoadFlagFacts(InterviewAgentDb db, IQueryable<Account> accounts, DateTimeOffset now)
{
    public async Task<(IReadOnlyList<DigestFlag> Told, IReadOnlyList<OtherFlag> Others, int InBudget)> OfTheWeek(int perManager, DateOnly since, CancellationToken cancellation)
    {
        var week = await LoadFlagWeek.Of(db, accounts, now, perManager, cancellation);
        var told = week.Shown.Take(WriteDigest.MostFlags).Select(flag => flag.Id).ToList();
        var rows = await (
            from flag in db.Flags.AsNoTracking()
            join account in accounts on flag.AccountId equals account.Id
            where told.Contains(flag.Id)
            select new { flag, account.Name, account.ContractSignedOn, account.Owner }).ToDictionaryAsync(row => row.flag.Id, cancellation);
        var evidence = rows.Values.ToDictionary(row => row.flag.Id, row => EvidenceJson.Read(row.flag.Evidence));
        var found = await Found([.. rows.Values.Select(row => row.flag.AccountId)], [.. evidence.Values.SelectMany(Ids)], cancellation);
        return (
            [.. told.Where(rows.ContainsKey).Select(id => rows[id]).Select(row => new DigestFlag(
                row.flag.Id, row.flag.AccountId, row.Name, row.flag.Kind, row.flag.Why, row.flag.Owner ?? row.Owner,
                DateOnly.FromDateTime(now.UtcDateTime).DayNumber - row.ContractSignedOn.DayNumber, IsNew(row.flag.OpenedAt, since), row.flag.Speakers,
                evidence[row.flag.Id], [.. Ids(evidence[row.flag.Id]).Select(id => found.GetValueOrDefault(id)).OfType<FoundAt>()]))],
            [.. week.Shown.Concat(week.Waiting).Where(flag => !rows.ContainsKey(flag.Id))
                .Select(flag => new OtherFlag(flag.Id, flag.AccountId, IsNew(flag.OpenedAt, since), flag.Speakers))],
            week.Shown.Count);
    }

    private static bool IsNew(DateTimeOffset openedAt, DateOnly since) => DateOnly.FromDateTime(openedAt.UtcDateTime) >= since;

    /// <param name="shown">The flags of the digest before; null: those that were open before <paramref name="since"/> and not closed before it.</param>
    public async Task<IReadOnlyList<FlagFate>> Fates(IReadOnlyList<Guid>? shown, DateOnly since, CancellationToken cancellation)
    {
        var start = new DateTimeOffset(since, default, TimeSpan.Zero);
        return await (
            from flag in db.Flags.AsNoTracking()
            join account in accounts on flag.AccountId equals account.Id
            where shown != null ? shown.Contains(flag.Id) : flag.OpenedAt < start && (flag.ClosedAt == null || flag.ClosedAt >= start)
            select new FlagFate(flag.Id, flag.AccountId, flag.Outcome, flag.ClosedAt == null, flag.Speakers)).ToListAsync(cancellation);
    }

    /// <summary>Only words that their speakers did not keep to totals: what has become strict since the flag was read is not linked to.</summary>
    private async Task<Dictionary<Guid, FoundAt>> Found(IReadOnlyList<Guid> flagged, IReadOnlyList<Guid> findings, CancellationToken cancellation) =>
        (await (
                from finding in OpenWords.Findings(db)
                where findings.Contains(finding.Id) && flagged.Contains(finding.AccountId)
                select new
                {
                    finding.Id, finding.InterviewId, finding.RespondentId,
                    Turn = OpenWords.Quotes(db).Where(quote => quote.FindingId == finding.Id)
                        .Join(db.Turns, quote => quote.TurnId, turn => turn.Id, (quote, turn) => turn.N).Min(),
                }).ToListAsync(cancellation))
            .ToDictionary(one => one.Id, one => new FoundAt(one.Id, one.InterviewId, one.RespondentId, one.Turn));

    private static IEnumerable<Guid> Ids(IReadOnlyList<Evidence> evidence) =>
        evidence.SelectMany(kind => kind.Findings).Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty).Where(id => id != Guid.Empty).Distinct();
}
