using InterviewAgent.Analysis;
using InterviewAgent.Insights.SubThemes;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Totals;
using InterviewAgent.Web.Dashboard.Quotes;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Themes;

/// <summary>One code, or one theme of it: where it is heard, newest first, in people's own words; and what a person decides about it.</summary>
public sealed class ThemeModel(
    Seen seen, ReadThemes themes, DecideTheme decide, ProposeName propose, FindingQuotes quotes, ReadTotals totals, Codebook codebook, TimeProvider clock) : PageModel
{
    private const int MostAccounts = 30;
    private const int QuotesEach = 3;
    private const int MostParts = 40;

    public sealed record AccountVoices(Guid Id, string Name, int People, DateOnly LastOn, IReadOnlyList<QuotedTurn> Quotes);

    [BindProperty(SupportsGet = true)]
    public string? Since { get; set; }

    public CodebookEntry Entry { get; private set; } = new();
    public ThemePicture? Theme { get; private set; }
    public IReadOnlyList<ThemePicture> Others { get; private set; } = [];
    public IReadOnlyList<AccountVoices> Accounts { get; private set; } = [];
    public DateOnly SinceDay { get; private set; }
    public IReadOnlyList<string> MergedInto { get; private set; } = [];

    /// <summary>A name that a model proposes; nobody has taken it yet.</summary>
    public string? Proposed { get; private set; }
    public bool MayPropose => propose.IsConfigured;

    /// <summary>People who say it in totals only, as released up to this week: sums of lots of five and more, whoever of them it is. Not for a part of the portfolio.</summary>
    public int KeptToTotals { get; private set; }

    /// <summary>Why a decision was not taken.</summary>
    public string? Refusal { get; private set; }

    /// <summary>A decision holds for everybody.</summary>
    public bool MayDecide => seen.Viewer.Role is ViewerRole.Leader or ViewerRole.Admin;

    public bool IsWhole => Theme is null || Theme.Term.Length == 0;
    public string Name => IsWhole ? Entry.Name : ThemeGroup.NameOf(Theme!);

    public async Task<IActionResult> OnGet(string code, string? term, CancellationToken cancellationToken)
    {
        if (codebook.Entries.FirstOrDefault(entry => entry.Code == code) is not { } known)
        {
            return NotFound();
        }

        (Entry, SinceDay) = (known, ThemesSince.Of(Since, clock));
        KeptToTotals = term is null && seen.AllOrSome is null ? (await totals.People(cancellation: cancellationToken)).GetValueOrDefault(code) : 0;
        var all = await themes.Of(seen.AllOrSome, code, SinceDay, MostParts, cancellationToken);
        Theme = term is null ? all.FirstOrDefault(theme => theme.Term.Length == 0) : await themes.One(seen.AllOrSome, code, term, SinceDay, cancellationToken);
        Others = [.. all.Where(theme => theme.Term.Length > 0 && theme.Term != term)];
        if (Theme is null)
        {
            return term is null ? Page() : NotFound();
        }

        MergedInto = await themes.MergedInto(code, Theme.Term, cancellationToken);
        Accounts = await Voices(await themes.Accounts(seen.AllOrSome, code, Theme.Term, MostAccounts, cancellationToken), cancellationToken);
        return Page();
    }

    public Task<IActionResult> OnPostRename(string code, string term, string? name, CancellationToken cancellationToken) =>
        Decide(code, term, () => decide.Rename(code, term, name, Who, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostMerge(string code, string term, string? into, CancellationToken cancellationToken) =>
        Decide(code, term, () => decide.Merge(code, term, into, Who, cancellationToken), cancellationToken, into);

    public Task<IActionResult> OnPostSplit(string code, string term, string? word, CancellationToken cancellationToken) =>
        Decide(code, term, () => decide.Split(code, term, word ?? "", Who, cancellationToken), cancellationToken);

    public Task<IActionResult> OnPostArchive(string code, string term, bool archived, CancellationToken cancellationToken) =>
        Decide(code, term, () => decide.Archive(code, term, archived, Who, cancellationToken), cancellationToken);

    public async Task<IActionResult> OnPostPropose(string code, string term, CancellationToken cancellationToken)
    {
        if (!MayDecide)
        {
            return Forbid();
        }

        var page = await OnGet(code, term, cancellationToken);
        if (Theme is not null && MayPropose)
        {
            Proposed = await propose.For([.. Accounts.Select(account => account.Id)], code, Theme.Term, cancellationToken);
            Refusal = Proposed is null ? "No name was proposed that consists of respondents' words." : null;
        }

        return page;
    }

    /// <param name="merged">A theme that was merged into this one.</param>
    public Task<IActionResult> OnPostTakeOut(string code, string term, string? merged, CancellationToken cancellationToken) =>
        Decide(code, term, () => decide.Merge(code, merged ?? "", null, Who, cancellationToken), cancellationToken);

    private string Who => User.Identity?.Name ?? "";

    private async Task<IActionResult> Decide(string code, string term, Func<Task> decision, CancellationToken cancellationToken, string? next = null)
    {
        try
        {
            if (!MayDecide)
            {
                return Forbid();
            }

            if (await themes.One(seen.AllOrSome, code, term, ThemesSince.Of(null, clock), cancellationToken) is null)
            {
                return NotFound();
            }

            await decision();
            return LocalRedirect($"/themes/{Uri.EscapeDataString(code)}/{Uri.EscapeDataString(next ?? term)}");
        }
        catch (BadInputException bad)
        {
            Refusal = bad.Message;
            return await OnGet(code, term, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<AccountVoices>> Voices(IReadOnlyList<ThemeInAccount> heard, CancellationToken cancellationToken)
    {
        var ids = heard.Select(account => account.AccountId).ToList();
        var names = await seen.Accounts.Where(account => ids.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.Name, cancellationToken);
        var words = await quotes.Of(
            User, [.. heard.SelectMany(account => account.Quotes.Take(QuotesEach).Select(quote => quote.FindingId)).Distinct()], cancellationToken);
        return [.. heard.Where(account => names.ContainsKey(account.AccountId)).Select(account => new AccountVoices(
            account.AccountId, names[account.AccountId], account.People, account.LastOn,
            [.. account.Quotes.SelectMany(quote => words[quote.FindingId].Where(shown => shown.Shown.Span == quote.Span)).DistinctBy(quote => quote.Shown.Words).Take(QuotesEach)]))];
    }
}
