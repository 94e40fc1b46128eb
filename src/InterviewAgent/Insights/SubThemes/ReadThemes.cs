using InterviewAgent.Accounts;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights.SubThemes;

/// <summary>Themes as pages show them: from the sums, so that a list costs the same however many quotes there are.</summary>
public sealed class ReadThemes(InterviewAgentDb db, ReadWords words, ThemeNames names, TimeProvider clock)
{
    /// <summary>Fewer people or accounts are no theme.</summary>
    public const int FewestPeople = 2, FewestAccounts = 2;

    /// <summary>Newest accounts whose quotes a name is read from.</summary>
    private const int NamedFrom = 12;

    /// <summary>The code as a whole first, then its themes, most accounts first; archived ones last. Empty: nobody has said it.</summary>
    /// <param name="only">The accounts that whoever asks may know of; null: all.</param>
    /// <param name="since">Day with which today is compared; its whole week counts.</param>
    public async Task<IReadOnlyList<ThemePicture>> Of(IQueryable<Account>? only, string code, DateOnly since, int most, CancellationToken cancellationToken = default)
    {
        var rules = await ThemeRules.Load(db, cancellationToken);
        var whole = await Totals(only, code).Where(total => total.Term == "").ToListAsync(cancellationToken);
        var parts = await Totals(only, code).Where(total => total.Accounts >= FewestAccounts && total.People >= FewestPeople && total.Term != "")
            .OrderByDescending(total => total.Accounts).ThenByDescending(total => total.People).ThenBy(total => total.Term)
            .Take(most + rules.Archived.Count).ToListAsync(cancellationToken);
        return await Pictures(only, code, [.. whole, .. parts], rules, since, cancellationToken);
    }

    /// <summary>Codes as a whole, most accounts first, whatever is in them.</summary>
    /// <param name="only">The accounts to be counted; null: all.</param>
    public async Task<IReadOnlyList<ThemePicture>> Wholes(IQueryable<Account>? only, IReadOnlyCollection<string> codes, DateOnly since, int most, CancellationToken cancellationToken = default)
    {
        var totals = await (only is null
                ? db.ThemeTotals.AsNoTracking().Where(total => total.Term == "")
                : Wholes(only).GroupBy(voice => voice.Code).Select(code => new ThemeTotal
                {
                    Code = code.Key, Term = "", Accounts = code.Count(), People = code.Sum(voice => voice.People),
                }))
            .Where(total => codes.Contains(total.Code)).OrderByDescending(total => total.Accounts).ThenByDescending(total => total.People).ThenBy(total => total.Code)
            .Take(most).ToListAsync(cancellationToken);
        var shown = totals.ConvertAll(total => total.Code);
        var weeks = (await (only is null
            ? db.ThemeWeeks.AsNoTracking().Where(week => week.Term == "" && shown.Contains(week.Code))
            : Wholes(only).Where(voice => shown.Contains(voice.Code)).GroupBy(voice => new { voice.Code, Week = voice.FirstWeek })
                .Select(week => new ThemeWeek { Code = week.Key.Code, Term = "", Week = week.Key.Week, First = week.Count(), Last = 0 })
                .Concat(Wholes(only).Where(voice => shown.Contains(voice.Code)).GroupBy(voice => new { voice.Code, Week = voice.LastWeek })
                    .Select(week => new ThemeWeek { Code = week.Key.Code, Term = "", Week = week.Key.Week, First = 0, Last = week.Count() })))
            .ToListAsync(cancellationToken)).ToLookup(week => week.Code);
        var (now, then) = (ThemeWeek.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), ThemeWeek.Of(since));
        return totals.ConvertAll(total =>
        {
            List<ThemeWeek> history = [.. weeks[total.Code]];
            return new ThemePicture(
                total.Code, "", null, false, false, total.Accounts, total.People, ThemeHistory.AliveIn(now, history), ThemeHistory.AliveIn(then, history), ThemeHistory.Until(now, history));
        });
    }

    private IQueryable<ThemeVoice> Wholes(IQueryable<Account> only) => In(only).Where(voice => voice.Term == "");

    // A cross join, which SQLite takes in the order it is written: the accounts first and then theirs, however many others say the same.
    private IQueryable<ThemeVoice> In(IQueryable<Account> only) =>
        from account in only from voice in db.ThemeVoices.AsNoTracking() where voice.AccountId == account.Id select voice;

    /// <summary>Null: fewer than two people in two accounts say it, or nobody.</summary>
    public async Task<ThemePicture?> One(IQueryable<Account>? only, string code, string term, DateOnly since, CancellationToken cancellationToken = default)
    {
        var total = await Totals(only, code).SingleOrDefaultAsync(row => row.Term == term, cancellationToken);
        return total is { Accounts: >= FewestAccounts, People: >= FewestPeople }
            ? (await Pictures(only, code, [total], await ThemeRules.Load(db, cancellationToken), since, cancellationToken))[0] : null;
    }

    /// <summary>The accounts that said it last, newest first, each with the places of its words.</summary>
    public async Task<IReadOnlyList<ThemeInAccount>> Accounts(IQueryable<Account>? only, string code, string term, int most, CancellationToken cancellationToken = default)
    {
        var newest = await Newest(only, code, term, most, cancellationToken);
        var quotes = (await words.On(db).Of(newest, code, await ThemeRules.Load(db, cancellationToken), cancellationToken))
            .Where(quote => quote.Themes.Contains(term)).ToLookup(quote => quote.AccountId);
        return [.. newest.Where(quotes.Contains).Select(account => new ThemeInAccount(
            account, quotes[account].Select(quote => quote.RespondentId).Distinct().Count(), quotes[account].Max(quote => quote.HeldOn),
            [.. quotes[account].OrderByDescending(quote => quote.HeldOn).ThenBy(quote => quote.FindingId)
                .Select(quote => new ThemeQuote(quote.FindingId, quote.Span, quote.HeldOn))]))
            .OrderByDescending(account => account.LastOn).ThenBy(account => account.AccountId)];
    }

    /// <summary>Terms that persons have merged into this one.</summary>
    public async Task<IReadOnlyList<string>> MergedInto(string code, string term, CancellationToken cancellationToken = default) =>
        (await ThemeRules.Load(db, cancellationToken)).MergedInto(code, term);

    private async Task<IReadOnlyList<ThemePicture>> Pictures(
        IQueryable<Account>? only, string code, List<ThemeTotal> totals, ThemeRules rules, DateOnly since, CancellationToken cancellationToken)
    {
        var terms = totals.ConvertAll(total => total.Term);
        var history = (await Weeks(only, code).Where(week => terms.Contains(week.Term)).ToListAsync(cancellationToken)).ToLookup(week => week.Term);
        var called = await Names(only, code, totals, rules, cancellationToken);
        var (now, then) = (ThemeWeek.Of(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)), ThemeWeek.Of(since));
        return [.. totals.Select(total =>
        {
            List<ThemeWeek> weeks = [.. history[total.Term]];
            var byPerson = rules.Names.GetValueOrDefault((code, total.Term));
            return new ThemePicture(
                code, total.Term, byPerson ?? called.GetValueOrDefault(total.Term), byPerson is not null, rules.Archived.Contains((code, total.Term)),
                total.Accounts, total.People, ThemeHistory.AliveIn(now, weeks), ThemeHistory.AliveIn(then, weeks), ThemeHistory.Until(now, weeks));
        }).OrderBy(theme => theme.IsArchived)];
    }

    private async Task<Dictionary<string, string?>> Names(
        IQueryable<Account>? only, string code, List<ThemeTotal> totals, ThemeRules rules, CancellationToken cancellationToken)
    {
        var unknown = totals.Where(total => total.Term.Length > 0 && !names.TryGet(Whose(only), total, out _)).ToList();
        Dictionary<string, IReadOnlyList<Guid>> newest = [];
        foreach (var total in unknown)
        {
            newest[total.Term] = await Newest(only, code, total.Term, NamedFrom, cancellationToken);
        }
        var quotes = unknown.Count == 0 ? [] : await words.On(db).Of([.. newest.Values.SelectMany(ids => ids).Distinct()], code, rules, cancellationToken);
        var name = new NameTheme(words.Terms);
        foreach (var total in unknown)
        {
            var accounts = newest[total.Term].ToHashSet();
            names.Keep(Whose(only), total, name.Of(
                [.. quotes.Where(quote => accounts.Contains(quote.AccountId) && quote.Themes.Contains(total.Term))],
                term => rules.Merged(code, term) == total.Term || total.Term.Split('+').Contains(term)));
        }
        return totals.Where(total => total.Term.Length > 0)
            .ToDictionary(total => total.Term, total => names.TryGet(Whose(only), total, out var known) ? known : null, StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<Guid>> Newest(IQueryable<Account>? only, string code, string term, int most, CancellationToken cancellationToken) =>
        await Voices(only, code).Where(voice => voice.Term == term)
            .OrderByDescending(voice => voice.LastWeek).ThenBy(voice => voice.AccountId).Take(most).Select(voice => voice.AccountId).ToListAsync(cancellationToken);

    // All accounts are read from the sums; some of them are few enough to be summed now.
    private IQueryable<ThemeTotal> Totals(IQueryable<Account>? only, string code) => only is null
        ? db.ThemeTotals.AsNoTracking().Where(total => total.Code == code)
        : Voices(only, code).GroupBy(voice => voice.Term).Select(theme => new ThemeTotal
        {
            Code = code, Term = theme.Key, Accounts = theme.Count(), People = theme.Sum(voice => voice.People), Quotes = theme.Sum(voice => voice.Quotes),
        });

    private IQueryable<ThemeWeek> Weeks(IQueryable<Account>? only, string code) => only is null
        ? db.ThemeWeeks.AsNoTracking().Where(week => week.Code == code)
        : Voices(only, code).Select(voice => new ThemeWeek { Code = code, Term = voice.Term, Week = voice.FirstWeek, First = 1, Last = 0 })
            .Concat(Voices(only, code).Select(voice => new ThemeWeek { Code = code, Term = voice.Term, Week = voice.LastWeek, First = 0, Last = 1 }));

    private IQueryable<ThemeVoice> Voices(IQueryable<Account>? only, string code) => only is null
        ? db.ThemeVoices.AsNoTracking().Where(voice => voice.Code == code)
        : In(only).Where(voice => voice.Code == code);

    /// <summary>Names that were read from some accounts are not shown to whoever sees others.</summary>
    private static string Whose(IQueryable<Account>? only) => only?.ToQueryString() ?? "";
}
