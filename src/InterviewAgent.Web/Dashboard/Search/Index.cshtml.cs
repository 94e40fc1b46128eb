using InterviewAgent.Accounts;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Search;
using InterviewAgent.Storage;
using InterviewAgent.Web.Dashboard.Quotes;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Search;

/// <summary>Who said what: quotes by their words, in the accounts that the reader sees.</summary>
public sealed class IndexModel(InterviewAgentDb db, Seen seen, SearchQuotes search) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public sealed record Row(Guid AccountId, string? Account, QuotedTurn Quote);

    public bool Asked { get; private set; }
    public bool More { get; private set; }
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGet(CancellationToken cancellationToken)
    {
        Asked = QueryWords.Of(Q).Count > 0;
        var found = await search.Run(seen.Viewer, Q, cancellationToken);
        More = found.Count == SearchQuotes.Most;
        var turns = found.Select(quote => quote.Span.TurnId).Distinct().ToList();
        var places = await (
            from turn in db.Turns
            join interview in db.Interviews on turn.InterviewId equals interview.Id
            join account in seen.Accounts on interview.AccountId equals account.Id
            where turns.Contains(turn.Id)
            select new { turn.Id, turn.N, interview.Checkpoint, Interview = interview.Id, AccountId = account.Id, Account = seen.Viewer.MaySeeNames ? account.Name : null })
            .ToDictionaryAsync(place => place.Id, cancellationToken);
        Rows = [.. found.Where(quote => places.ContainsKey(quote.Span.TurnId)).Select(quote => (quote, Place: places[quote.Span.TurnId]))
            .Select(one => new Row(one.Place.AccountId, one.Place.Account, new QuotedTurn(Guid.Empty, one.Place.Interview, one.Place.N, one.Place.Checkpoint, one.quote)))];
    }
}
