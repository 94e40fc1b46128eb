using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using InterviewAgent.Web.Dashboard.Quotes;
using InterviewAgent.Web.SignIn;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Interviews;

/// <summary>Interviews that may be opened, newest first. Those kept to totals are not in any list.</summary>
public sealed class IndexModel(InterviewAgentDb db, Seen seen) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Guid? Account { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public sealed record Row(
        Guid Id, Guid AccountId, string? Account, DateOnly HeldOn, Checkpoint Checkpoint, Role Role, string Channel, string? Guide, string? GuideHash, InterviewStatus Status, int Findings);

    /// <summary>False: a researcher looks, who reads neither accounts' names nor people's.</summary>
    public bool Names => seen.Viewer.MaySeeNames;

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int All { get; private set; }
    public int Pages => Math.Max(1, (All + PageSize - 1) / PageSize);

    public async Task OnGet(CancellationToken cancellationToken)
    {
        var accounts = seen.Accounts.Where(account => Account == null || account.Id == Account);
        All = await (from account in accounts join summary in db.AccountSummaries on account.Id equals summary.AccountId select summary.ToRead).SumAsync(cancellationToken);
        Number = Math.Clamp(Number, 1, Pages);
        var open = db.OpenInterviews();
        // Newest first from the index of days; of some accounts from theirs (a cross join is taken by SQLite in the order it is written).
        var page = await (Account is null && seen.AllOrSome is null ? open : from account in accounts from interview in open where interview.AccountId == account.Id select interview)
            .OrderByDescending(interview => interview.HeldOn).ThenByDescending(interview => interview.Id).Skip((Number - 1) * PageSize).Take(PageSize)
            .Select(interview => interview.Id).ToListAsync(cancellationToken);
        Rows = await (
            from interview in open
            join account in seen.Accounts on interview.AccountId equals account.Id
            join person in db.Respondents on interview.RespondentId equals person.Id
            where page.Contains(interview.Id)
            orderby interview.HeldOn descending, interview.Id descending
            select new Row(
                interview.Id, account.Id, seen.Viewer.MaySeeNames ? account.Name : null, interview.HeldOn, interview.Checkpoint, person.Role, interview.Channel, interview.GuideId, interview.GuideHash, interview.Status,
                db.OpenFindingsOf().Count(finding => finding.InterviewId == interview.Id))).ToListAsync(cancellationToken);
    }
}
