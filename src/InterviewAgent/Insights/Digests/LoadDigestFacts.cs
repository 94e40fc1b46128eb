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
    /// <summary>
    /// Accounts that said it last, whose words a theme's sentence links to. A theme of fewer than five people or three accounts has no more, so that each
    /// of its sources is among them.
    /// </summary>
    private const int MostAccountsOfATheme = 12, MostOfATheme = 200;
    private static readonly FindingKind[] Themes = [FindingKind.Friction, FindingKind.Drift];

    /// <param name="owner">Null: all accounts.</param>
    /// <param name="last">The digest before; null: compared with a week before.</param>
    public async Task<DigestFacts> Of(string? owner, DateOnly week, Digest? last, CancellationToken cancellation = default)
    {
        var accounts = new Viewer("digest", ViewerRole.Manager) { Owner = owner }.Sees(db.Accounts.AsNoTracking());
        var since = last is null ? week.AddDays(-7) : DateOnly.FromDateTime(last.CreatedAt.UtcDateTime);
        var flags = new LoadFlagFacts(db, accounts, clock.GetUtcNow());
        var (told, others, inBudget) = await flags.OfTheWeek(options.Value.FlagsPerManagerPerWeek, since, cancellation);
        var now = await Kept(accounts, owner is null, [.. told.Select(flag => flag.Id)], cancellation);
        var before = DigestNumbers.Read(last?.Numbers) ?? await Before(accounts, now, since, cancellation);
        return new DigestFacts
        {
            Week = week, Since = since, Owner = owner, Now = now, Before = before, Flags = told, Others = others, InBudget = inBudget,
            LastFlags = await flags.Fates(last is null ? null : before.Flags, since, cancellation),
            Themes = await Changed(accounts, now, before, cancellation),
        };
    }

    /// <summary>As it stands, from what is kept of each account.</summary>
    private async Task<DigestNumbers> Kept(IQueryable<Account> accounts, bool all, IReadOnlyList<Guid> flags, CancellationToken cancellation)
    {
        var before = clock.GetUtcNow().AddDays(-OpenWords.QuietAfterDays);
        var sums = await (from account in accounts join summary in db.AccountSummaries on account.Id equals summary.AccountId where summary.People > 0 select summary.People)
            .GroupBy(_ => 1).Select(heard => new { Accounts = heard.Count(), People = heard.Sum() }).SingleOrDefaultAsync(cancellation);
        var quiet = await (from person in db.PersonVoices join account in accounts on person.AccountId equals account.Id where person.UnansweredSince < before select person.AccountId)
            .GroupBy(account => account).Select(account => account.Count()).ToListAsync(cancellation);
        var codes = codebook.Entries.Where(entry => Themes.Contains(entry.Kind)).Select(entry => entry.Code).ToList();
        var themes = all
            ? await db.ThemeTotals.Where(total => total.Term == "" && total.StillSaid > 0 && codes.Contains(total.Code))
                .ToDictionaryAsync(total => total.Code, total => new ThemeNumber(total.StillSaid, total.StillIn), cancellation)
            : await (from account in accounts join voice in db.ThemeVoices.Where(voice => voice.Term == "" && voice.StillSaid > 0) on account.Id equals voice.AccountId select voice)
                .Where(voice => codes.Contains(voice.Code)).GroupBy(voice => voice.Code).Select(code => new { code.Key, People = code.Sum(voice => voice.StillSaid), Accounts = code.Count() })
                .ToDictionaryAsync(code => code.Key, code => new ThemeNumber(code.People, code.Accounts), cancellation);
        return new DigestNumbers(await accounts.CountAsync(cancellation), sums?.Accounts ?? 0, sums?.People ?? 0, quiet.Sum(), quiet.Count, themes, flags);
    }

    /// <summary>As it stood before this day: as it stands, but for the accounts that were heard since, which alone are counted as they were.</summary>
    private async Task<DigestNumbers> Before(IQueryable<Account> accounts, DigestNumbers now, DateOnly day, CancellationToken cancellation)
    {
        var heard = OpenWords.Interviews(db).Where(interview => interview.HeldOn >= day).Select(interview => interview.AccountId);
        var since = accounts.Where(account => heard.Contains(account.Id));
        var (stands, stood) = (await Kept(since, all: false, [], cancellation), await Counted(since, day, cancellation));
        ThemeNumber Theme(string code)
        {
            var (all, less, more) = (now.Themes.GetValueOrDefault(code, ThemeNumber.None), stands.Themes.GetValueOrDefault(code, ThemeNumber.None), stood.Themes.GetValueOrDefault(code, ThemeNumber.None));
            return new ThemeNumber(all.People - less.People + more.People, all.Accounts - less.Accounts + more.Accounts);
        }
        return new DigestNumbers(
            now.Accounts, now.Heard - stands.Heard + stood.Heard, now.People - stands.People + stood.People, 0, 0,
            now.Themes.Keys.Union(stood.Themes.Keys).Select(code => (Code: code, Number: Theme(code))).Where(theme => theme.Number.People > 0)
                .ToDictionary(theme => theme.Code, theme => theme.Number), []);
    }

    private async Task<DigestNumbers> Counted(IQueryable<Account> accounts, DateOnly until, CancellationToken cancellation)
    {
        var ids = accounts.Select(account => account.Id);
        var heard = OpenWords.Interviews(db).Where(interview => ids.Contains(interview.AccountId) && interview.HeldOn < until);
        var themes = await Newest(accounts, until).GroupBy(finding => finding.Code)
            .Select(code => new { code.Key, People = code.Select(one => one.RespondentId).Distinct().Count(), Accounts = code.Select(one => one.AccountId).Distinct().Count() })
            .ToDictionaryAsync(code => code.Key, code => new ThemeNumber(code.People, code.Accounts), cancellation);
        return new DigestNumbers(
            0, await heard.Select(interview => interview.AccountId).Distinct().CountAsync(cancellation),
            await heard.Select(interview => interview.RespondentId).Distinct().CountAsync(cancellation), 0, 0, themes, []);
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

    /// <summary>Each person's newest interview in these accounts.</summary>
    private async Task<List<Guid>> Newest(IReadOnlyCollection<Guid> accounts, CancellationToken cancellation) =>
        [.. (await OpenWords.Interviews(db).Where(interview => accounts.Contains(interview.AccountId) && (interview.AnalysedAt != null || interview.Status == Interviewing.InterviewStatus.Analysed))
            .Select(interview => new { interview.Id, interview.RespondentId, interview.HeldOn }).ToListAsync(cancellation))
            .GroupBy(interview => interview.RespondentId).SelectMany(person => person.Where(interview => interview.HeldOn == person.Max(one => one.HeldOn))).Select(interview => interview.Id)];

    private async Task<IReadOnlyDictionary<string, ThemeFact>> Changed(
        IQueryable<Account> accounts, DigestNumbers now, DigestNumbers before, CancellationToken cancellation)
    {
        Dictionary<string, ThemeFact> themes = [];
        foreach (var (code, shift, _, _) in ThemeShifts.Between(now, before).Take(WriteDigest.MostThemes))
        {
            var ids = await (from account in accounts join voice in db.ThemeVoices on account.Id equals voice.AccountId
                where voice.Code == code && voice.Term == "" && (shift == ThemeShift.Gone || voice.StillSaid > 0)
                orderby voice.LastWeek descending, voice.AccountId select account.Id).Take(MostAccountsOfATheme).ToListAsync(cancellation);
            var held = shift == ThemeShift.Gone ? null : await Newest(ids, cancellation);
            // By code and account there is an index; by interview alone every account that says it would be read.
            var said = OpenWords.Findings(db).Where(finding => ids.Contains(finding.AccountId) && (held == null || held.Contains(finding.InterviewId)));
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
