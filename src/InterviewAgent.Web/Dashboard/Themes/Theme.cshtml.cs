using InterviewAgent.Analysis;
using InterviewAgent.Storage;
using InterviewAgent.Web.Dashboard.Quotes;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Themes;

/// <summary>One code: where it is heard, newest first, in people's own words.</summary>
public sealed class ThemeModel(InterviewAgentDb db, Seen seen, LoadThemes themes, FindingQuotes quotes, Codebook codebook) : PageModel
{
    private const int MostAccounts = 30;
    private const int QuotesEach = 3;

    public sealed record AccountVoices(Guid Id, string Name, int People, DateOnly LastOn, IReadOnlyList<QuotedTurn> Quotes);

    public CodebookEntry Entry { get; private set; } = new();
    public ThemeRow? Row { get; private set; }
    public IReadOnlyList<AccountVoices> Accounts { get; private set; } = [];

    public async Task<IActionResult> OnGet(string code, CancellationToken cancellationToken)
    {
        if (codebook.Entries.FirstOrDefault(entry => entry.Code == code) is not { } known)
        {
            return NotFound();
        }

        Entry = known;
        Row = (await themes.Rows(seen.Accounts, [known.Kind], cancellationToken)).FirstOrDefault(row => row.Code == code);
        var found = await (
            from finding in db.OpenFindingsOf()
            join interview in db.Interviews on finding.InterviewId equals interview.Id
            join account in seen.Accounts on finding.AccountId equals account.Id
            where finding.Code == code
            select new { finding.Id, finding.RespondentId, finding.AccountId, account.Name, interview.HeldOn }).ToListAsync(cancellationToken);
        var first = found.GroupBy(row => (row.AccountId, row.Name)).OrderByDescending(rows => rows.Max(row => row.HeldOn)).ThenBy(rows => rows.Key.Name, StringComparer.Ordinal)
            .Take(MostAccounts).ToList();
        var words = await quotes.Of(
            User, [.. first.SelectMany(rows => rows.OrderByDescending(row => row.HeldOn).Take(QuotesEach).Select(row => row.Id))], cancellationToken);
        Accounts = [.. first.Select(rows => new AccountVoices(
            rows.Key.AccountId, rows.Key.Name, rows.Select(row => row.RespondentId).Distinct().Count(), rows.Max(row => row.HeldOn),
            [.. rows.OrderByDescending(row => row.HeldOn).SelectMany(row => words[row.Id]).DistinctBy(quote => quote.Shown.Words).Take(QuotesEach)]))];
        return Page();
    }
}
