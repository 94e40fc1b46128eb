using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Insights.Digests;

/// <summary>Counts what a digest says. What respondents kept to totals is in none of it; the number of queries does not grow with the accounts.</summary>
public sealed class LoadDigestFacts(InterviewAgentDb db, Codebook codebook, IOptions<InsightsOptions> options, TimeProvider clock)
{
    private const int MostOfATheme = 200;
    private static readonly FindingKind[] Themes = [FindingKind.Friction, FindingKind.Drift];

    /// <param name="owner">Null: all accounts.</param>
    /// <param name="last">The digest before; null: compared with a week before.</param>
    public async Task<DigestFacts> Of(string? owner, DateOnly week, Digest? last, CancellationToken cancellation = default)
    {
        var accounts = new Viewer("digest", ViewerRole.Manager) { Owner = owner }.Sees(db.Accounts.AsNoTracking());
        var since = last is null ? week.AddDays(-7) : DateOnly.FromDateTime(last.CreatedAt.UtcDateTime);
        var flags = new LoadFlagFacts(db, accounts, clock.GetUtcNow());
        var (shown, waiting) = await flags.OfTheWeek(options.Value.FlagsPerManagerPerWeek, since, cancellation);
        var now = await Numbers(accounts, null, [.. shown.Take(WriteDigest.MostFlags).Select(flag => flag.Id)], cancellation);
        var before = DigestNumbers.Read(last?.Numbers) ?? await Numbers(accounts, since, [], cancellation);
        return new DigestFacts
        {
            Week = week, Since = since, Owner = owner, Now = now, Before = before, Flags = shown, Waiting = waiting,
            LastFlags = await flags.Fates(last is null ? null : before.Flags, since, cancellation),
            Themes = await Changed(accounts, now, before, cancellation),
        };
    }

    /// <param name="until">As it stood before this day; null: as it stands.</param>
    private async Task<DigestNumbers> Numbers(IQueryable<Account> accounts, DateOnly? until, IReadOnlyList<Guid> flags, CancellationToken cancellation)
    {
        var ids = accounts.Select(account => account.Id);
        var heard = OpenWords.Interviews(db).Where(interview => ids.Contains(interview.AccountId) && (until == null || interview.HeldOn < until));
        var quiet = OpenWords.Quiet(db, clock.GetUtcNow()).Where(checkIn => ids.Contains(checkIn.AccountId));
        var themes = await Newest(accounts, until).GroupBy(finding => finding.Code)
            .Select(code => new { code.Key, People = code.Select(one => one.RespondentId).Distinct().Count(), Accounts = code.Select(one => one.AccountId).Distinct().Count() })
            .ToDictionaryAsync(code => code.Key, code => new ThemeNumber(code.People, code.Accounts), cancellation);
        return new DigestNumbers(
            await accounts.CountAsync(cancellation),
            await heard.Select(interview => interview.AccountId).Distinct().CountAsync(cancellation),
            await heard.Select(interview => interview.RespondentId).Distinct().CountAsync(cancellation),
            until is not null ? 0 : await quiet.Select(checkIn => checkIn.RespondentId).Distinct().CountAsync(cancellation),
            until is not null ? 0 : await quiet.Select(checkIn => checkIn.AccountId).Distinct().CountAsync(cancellation), themes, flags);
    }

    /// <summary>Friction and drift of each person's newest interview: who was heard again without it says it no more.</summary>
    private IQueryable<Finding> Newest(IQueryable<Account> accounts, DateOnly? until)
    {
        var ids = accounts.Select(account => account.Id);
        var held = OpenWords.Interviews(db).Where(interview => interview.AnalysedAt != null || interview.Status == Interviewing.InterviewStatus.Analysed)
            .Where(interview => ids.Contains(interview.AccountId) && (until == null || interview.HeldOn < until));
        var newest = held.Where(interview => !held.Any(later => later.RespondentId == interview.RespondentId && later.HeldOn > interview.HeldOn));
        return OpenWords.Findings(db).Where(finding => Themes.Contains(finding.Kind) && newest.Any(interview => interview.Id == finding.InterviewId));
    }

    private async Task<IReadOnlyDictionary<string, ThemeFact>> Changed(
        IQueryable<Account> accounts, DigestNumbers now, DigestNumbers before, CancellationToken cancellation)
    {
        Dictionary<string, ThemeFact> themes = [];
        foreach (var (code, shift, _, _) in ThemeShifts.Between(now, before).Take(WriteDigest.MostThemes))
        {
            var ids = accounts.Select(account => account.Id);
            var said = shift == ThemeShift.Gone ? OpenWords.Findings(db).Where(finding => ids.Contains(finding.AccountId)) : Newest(accounts, null);
            var found = await (
                from finding in said.Where(finding => finding.Code == code)
                join interview in db.Interviews on finding.InterviewId equals interview.Id
                orderby interview.HeldOn descending, finding.Id
                select new
                {
                    finding.Id, finding.InterviewId, finding.RespondentId,
                    Turn = OpenWords.Quotes(db).Where(quote => quote.FindingId == finding.Id)
                        .Join(db.Turns, quote => quote.TurnId, turn => turn.Id, (quote, turn) => turn.N).Min(),
                }).Take(MostOfATheme).ToListAsync(cancellation);
            themes[code] = new ThemeFact(codebook.NameOf(code), found.ConvertAll(one => new FoundAt(one.Id, one.InterviewId, one.RespondentId, one.Turn)));
        }
        return themes;
    }
}
