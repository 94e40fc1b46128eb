using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Storage;
using InterviewAgent.Web.Dashboard.Quotes;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Themes;

/// <summary>Codes across the accounts asked for, most accounts first.</summary>
public sealed class LoadThemes(InterviewAgentDb db, Codebook codebook, TimeProvider clock)
{
    public const int Weeks = 12;

    public async Task<IReadOnlyList<ThemeRow>> Rows(IQueryable<Account> accounts, IReadOnlyCollection<FindingKind> kinds, CancellationToken cancellationToken)
    {
        var ids = accounts.Select(account => account.Id);
        // One row for each code, account and day: no more than there were interviews, and no words among them.
        var heard = await (
            from finding in db.OpenFindingsOf()
            join interview in db.Interviews on finding.InterviewId equals interview.Id
            where kinds.Contains(finding.Kind) && ids.Contains(finding.AccountId)
            select new { finding.Kind, finding.Code, finding.AccountId, finding.RespondentId, interview.HeldOn }).Distinct().ToListAsync(cancellationToken);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return [.. heard.GroupBy(row => (row.Kind, row.Code)).Select(code =>
        {
            var byAccount = code.GroupBy(row => row.AccountId).ToList();
            var weeks = new int[Weeks];
            foreach (var week in code.Select(row => (row.RespondentId, Week: (today.DayNumber - row.HeldOn.DayNumber) / 7)).Distinct())
            {
                if (week.Week is >= 0 and < Weeks)
                {
                    weeks[Weeks - 1 - week.Week]++;
                }
            }

            return new ThemeRow(
                code.Key.Kind, code.Key.Code, codebook.NameOf(code.Key.Code), code.Select(row => row.RespondentId).Distinct().Count(), byAccount.Count,
                byAccount.Count(account => account.Min(row => row.HeldOn) > today.AddDays(-7)), weeks);
        }).OrderByDescending(theme => theme.Accounts).ThenByDescending(theme => theme.People).ThenBy(theme => theme.Code, StringComparer.Ordinal)];
    }
}
