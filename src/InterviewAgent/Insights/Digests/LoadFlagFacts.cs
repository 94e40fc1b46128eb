using InterviewAgent.Accounts;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights.Digests;

/// <summary>The flags of some accounts as a digest tells them: the same order and budget as on the dashboard, with the places of their words.</summary>
internal sealed class LoadFlagFacts(InterviewAgentDb db, IQueryable<Account> accounts, DateTimeOffset now)
{
    public async Task<(IReadOnlyList<DigestFlag> Shown, IReadOnlyList<DigestFlag> Waiting)> OfTheWeek(int perManager, DateOnly since, CancellationToken cancellation)
    {
        var rows = await (
            from flag in db.Flags.AsNoTracking()
            join account in accounts on flag.AccountId equals account.Id
            where flag.Outcome == null && flag.ClosedAt == null
            select new { flag, account.Name, account.ContractSignedOn, account.Owner }).ToListAsync(cancellation);
        var monday = FlagBudget.WeekOf(now);
        var closed = await (
            from flag in db.Flags.AsNoTracking()
            join account in accounts on flag.AccountId equals account.Id
            where flag.Outcome != null && flag.ClosedAt >= monday
            select flag.Owner ?? account.Owner).ToListAsync(cancellation);
        var evidence = rows.ToDictionary(row => row.flag.Id, row => EvidenceJson.Read(row.flag.Evidence));
        var week = FlagBudget.Of(
            rows.Select(row => new OpenFlagFacts(row.flag.Id, row.flag.Kind, row.flag.Owner ?? row.Owner, row.flag.OpenedAt, evidence[row.flag.Id])), closed, perManager);
        // Words are named of the first; of the others people are counted.
        var found = await Found([.. week.Shown.Take(WriteDigest.MostFlags).SelectMany(flag => Ids(evidence[flag.Id]))], cancellation);
        var people = await Speakers(evidence.Values, cancellation);
        var facts = rows.ToDictionary(row => row.flag.Id, row => new DigestFlag(
            row.flag.Id, row.flag.AccountId, row.Name, row.flag.Kind, row.flag.Why, row.flag.Owner ?? row.Owner,
            DateOnly.FromDateTime(now.UtcDateTime).DayNumber - row.ContractSignedOn.DayNumber, DateOnly.FromDateTime(row.flag.OpenedAt.UtcDateTime) >= since,
            People(evidence[row.flag.Id], found, people), evidence[row.flag.Id], [.. Ids(evidence[row.flag.Id]).Select(id => found.GetValueOrDefault(id)).OfType<FoundAt>()]));
        return ([.. week.Shown.Select(flag => facts[flag.Id])], [.. week.Waiting.Select(flag => facts[flag.Id])]);
    }

    /// <param name="shown">The flags of the digest before; null: those that were open before <paramref name="since"/> and not closed before it.</param>
    public async Task<IReadOnlyList<FlagFate>> Fates(IReadOnlyList<Guid>? shown, DateOnly since, CancellationToken cancellation)
    {
        var start = new DateTimeOffset(since, default, TimeSpan.Zero);
        var rows = await (
            from flag in db.Flags.AsNoTracking()
            join account in accounts on flag.AccountId equals account.Id
            where shown != null ? shown.Contains(flag.Id) : flag.OpenedAt < start && (flag.ClosedAt == null || flag.ClosedAt >= start)
            select flag).ToListAsync(cancellation);
        var evidence = rows.ToDictionary(flag => flag.Id, flag => EvidenceJson.Read(flag.Evidence));
        var people = await Speakers(evidence.Values, cancellation);
        return rows.ConvertAll(flag => new FlagFate(flag.Id, flag.AccountId, flag.Outcome, flag.ClosedAt is null, People(evidence[flag.Id], [], people)));
    }

    /// <summary>Only words that their speakers did not keep to totals: what has become strict since the flag was read is not linked to.</summary>
    private async Task<Dictionary<Guid, FoundAt>> Found(IReadOnlyList<Guid> findings, CancellationToken cancellation)
    {
        var ids = accounts.Select(account => account.Id);
        return (await (
                from finding in OpenWords.Findings(db)
                where findings.Contains(finding.Id) && ids.Contains(finding.AccountId)
                select new
                {
                    finding.Id, finding.InterviewId, finding.RespondentId,
                    Turn = OpenWords.Quotes(db).Where(quote => quote.FindingId == finding.Id)
                        .Join(db.Turns, quote => quote.TurnId, turn => turn.Id, (quote, turn) => turn.N).Min(),
                }).ToListAsync(cancellation))
            .ToDictionary(one => one.Id, one => new FoundAt(one.Id, one.InterviewId, one.RespondentId, one.Turn));
    }

    private static IEnumerable<Guid> Ids(IReadOnlyList<Evidence> evidence) =>
        evidence.SelectMany(kind => kind.Findings).Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty).Where(id => id != Guid.Empty).Distinct();

    /// <summary>Kinds may be about the same people, so they are never added up: whoever said any of it, and at least as many as any one kind counts.</summary>
    private static int People(IReadOnlyList<Evidence> evidence, Dictionary<Guid, FoundAt> found, Dictionary<Guid, Guid> speakers) => Math.Max(
        evidence.Select(kind => kind.People).DefaultIfEmpty().Max(),
        Ids(evidence).Select(id => found.GetValueOrDefault(id)?.RespondentId)
            .Concat(Interviews(evidence).Select(id => speakers.TryGetValue(id, out var person) ? person : (Guid?)null)).Where(person => person is not null).Distinct().Count());

    /// <summary>Who spoke in the interviews behind some flags, of those that may be opened.</summary>
    private Task<Dictionary<Guid, Guid>> Speakers(IEnumerable<IReadOnlyList<Evidence>> flags, CancellationToken cancellation)
    {
        Guid[] interviews = [.. flags.SelectMany(Interviews).Distinct()];
        return OpenWords.Interviews(db).Where(interview => interviews.Contains(interview.Id))
            .Select(interview => new { interview.Id, interview.RespondentId }).ToDictionaryAsync(interview => interview.Id, interview => interview.RespondentId, cancellation);
    }

    private static IEnumerable<Guid> Interviews(IReadOnlyList<Evidence> evidence) =>
        evidence.SelectMany(kind => kind.Interviews).Select(id => Guid.TryParse(id, out var known) ? known : Guid.Empty).Where(id => id != Guid.Empty).Distinct();
}
