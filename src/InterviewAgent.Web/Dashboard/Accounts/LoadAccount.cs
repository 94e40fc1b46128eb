using System.Security.Claims;
using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights;
using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using InterviewAgent.Web.Dashboard.Flags;
using InterviewAgent.Web.Dashboard.Portfolio;
using InterviewAgent.Web.Dashboard.Quotes;
using InterviewAgent.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Accounts;

/// <summary>Reads one account for its page. What people keep to totals is not read here at all.</summary>
public sealed class LoadAccount(
    InterviewAgentDb db, Seen seen, LoadPortfolio portfolio, LoadOpenFlags flags, FindingQuotes quotes, PromiseQuotes promiseQuotes, ReadLedgers ledgers,
    Codebook codebook, TimeProvider clock)
{
    public async Task<AccountPicture?> For(ClaimsPrincipal user, Guid id, CancellationToken cancellationToken)
    {
        var account = await seen.Accounts.AsSplitQuery()
            .Include(row => row.Promises).Include(row => row.Health).Include(row => row.Usage).Include(row => row.Respondents)
            .FirstOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (account is null)
        {
            return null;
        }

        var row = await portfolio.One(id, cancellationToken);
        var open = await flags.Of(user, id, cancellationToken);
        var closed = await db.Flags.AsNoTracking().Where(flag => flag.AccountId == id && flag.ClosedAt != null)
            .OrderByDescending(flag => flag.ClosedAt).Take(10).ToListAsync(cancellationToken);
        var interviews = await db.OpenInterviews().Where(interview => interview.AccountId == id)
            .OrderBy(interview => interview.HeldOn).ToListAsync(cancellationToken);
        var checkIns = await db.CheckIns.AsNoTracking().Where(checkIn => checkIn.AccountId == id).ToListAsync(cancellationToken);
        var codes = await Codes(user, account, interviews, cancellationToken);
        var readings = await Readings(account, interviews, cancellationToken);
        var now = clock.GetUtcNow();
        var read = (await ledgers.Of(id, cancellationToken))!;
        var example = await db.FlagExamples.AsNoTracking().Where(one => one.AccountId == id).OrderByDescending(one => one.AsOf).FirstOrDefaultAsync(cancellationToken);
        var promiseWords = await promiseQuotes.Of(user, read.Promises.Values, cancellationToken);
        var words = await quotes.Of(user, [.. read.Findings], cancellationToken);
        return new AccountPicture(
            account, row, open, closed, People(account, interviews), CheckInFunnel.Of(checkIns, interviews, now), codes, readings,
            AccountTimeline.Of(account, interviews, checkIns, [.. open.Select(flag => (flag.OpenedAt, flag.Kind)), .. closed.Select(flag => (flag.OpenedAt, flag.Kind))], now),
            WhatChanged.Sentence(interviews, codes), read, promiseWords, words, codebook.NameOf, example)
        {
            Trend = ReadVoices.Stored(await db.VoiceReadings.AsNoTracking().FirstOrDefaultAsync(reading => reading.AccountId == id, cancellationToken))?.Trend,
        };
    }

    private static IReadOnlyList<Person> People(Account account, IReadOnlyList<Interview> interviews) =>
        [.. account.Respondents.GroupBy(person => person.Role).OrderBy(role => role.Key).Select(role => new Person(
            role.Key, role.Count(), role.Count(person => interviews.Any(interview => interview.RespondentId == person.Id)),
            [.. role.Where(person => person.Name is not null && interviews.Any(interview =>
                interview.RespondentId == person.Id && interview.Visibility == Privacy.Visibility.WithMyName)).Select(person => person.Name!).Order()]))];

    private async Task<IReadOnlyList<CodeVoices>> Codes(
        ClaimsPrincipal user, Account account, IReadOnlyList<Interview> interviews, CancellationToken cancellationToken)
    {
        var findings = await db.OpenFindingsOf().Where(finding => finding.AccountId == account.Id).ToListAsync(cancellationToken);
        var words = await quotes.Of(user, [.. findings.Select(finding => finding.Id)], cancellationToken);
        var days = interviews.ToDictionary(interview => interview.Id, interview => interview.HeldOn);
        var roles = account.Respondents.ToDictionary(person => person.Id, person => person.Role);
        var order = codebook.Entries.Select((entry, at) => (entry.Code, at)).ToDictionary(one => one.Code, one => one.at);
        // A finding none of whose words may be shown is not listed: its code alone would tell.
        return [.. findings.Where(finding => words[finding.Id].Any()).GroupBy(finding => (finding.Kind, finding.Code, finding.Status))
            .Select(code => new CodeVoices(
                code.Key.Kind, code.Key.Code, codebook.NameOf(code.Key.Code), code.Key.Status, code.Max(finding => finding.Severity),
                code.Select(finding => finding.RespondentId).Distinct().Count(),
                [.. code.Select(finding => roles[finding.RespondentId]).Distinct().Order()],
                code.Min(finding => days[finding.InterviewId]), code.Max(finding => days[finding.InterviewId]),
                [.. code.OrderByDescending(finding => days[finding.InterviewId]).SelectMany(finding => words[finding.Id]).DistinctBy(quote => quote.Shown.Words)]))
            .OrderBy(code => code.Kind).ThenByDescending(code => code.Severity).ThenByDescending(code => code.People)
            .ThenByDescending(code => code.LastOn).ThenBy(code => order.GetValueOrDefault(code.Code))];
    }

    private async Task<IReadOnlyList<PersonReadings>> Readings(Account account, IReadOnlyList<Interview> interviews, CancellationToken cancellationToken)
    {
        var values = (await db.OpenReadings().Where(reading => reading.AccountId == account.Id && reading.Value != null)
            .Select(reading => new { reading.InterviewId, reading.Dimension, reading.Value }).ToListAsync(cancellationToken))
            .ToLookup(reading => reading.InterviewId);
        var roles = account.Respondents.ToDictionary(person => person.Id, person => person.Role);
        return [.. interviews.OrderByDescending(interview => interview.HeldOn).Where(interview => values[interview.Id].Any()).Select(interview => new PersonReadings(
            interview.Id, interview.HeldOn, interview.Checkpoint, roles[interview.RespondentId],
            values[interview.Id].GroupBy(reading => reading.Dimension).ToDictionary(one => one.Key, one => one.Average(reading => reading.Value!.Value))))];
    }
}
