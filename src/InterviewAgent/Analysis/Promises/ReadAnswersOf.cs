using InterviewAgent.Accounts;
using InterviewAgent.Analysis.Language;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Analysis.Promises;

/// <summary>
/// What the answers of one account say of its promises, and how long they are. Reads the words and gives away places and numbers;
/// sentences kept to totals are not read.
/// </summary>
public sealed class ReadAnswersOf(InterviewAgentDb db, HearPromises hear)
{
    private const double CloseBehind = 0.85;

    /// <param name="account">With its promises.</param>
    public async Task<AnswersOfAccount> Account(Account account, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        var accountId = account.Id;
        var interviews = await db.Interviews.AsNoTracking().Include(interview => interview.Turns)
            .Where(interview => interview.AccountId == accountId
                && (interview.Status == InterviewStatus.Analysed || interview.Status == InterviewStatus.BrokenOff))
            .OrderBy(interview => interview.HeldOn).ThenBy(interview => interview.Id).ToListAsync(cancellationToken);
        var usable = await new FindUsable(db).Of([accountId], cancellationToken);
        var codes = (await db.Findings.AsNoTracking().Where(finding => finding.AccountId == accountId && finding.Verified && !finding.SetAside)
            .SelectMany(finding => finding.Quotes, (finding, quote) => new { quote.TurnId, finding.Code, finding.Severity, quote.Start, quote.Length })
            .ToListAsync(cancellationToken)).ToLookup(row => row.TurnId);
        var ready = account.Promises.Select(promise => (promise.Id, Words: hear.Prepare(promise.Text, promise.Workflow, account.Name, account.Product))).ToList();
        List<SaidOfPromise> said = [];
        List<AnswerLength> lengths = [];
        foreach (var interview in interviews)
        {
            foreach (var (question, answer) in Answers(interview))
            {
                CodeAt[] found = [.. codes[answer.Id].Where(code => usable.Allows(new WordSpan(answer.Id, code.Start, code.Length)))
                    .Select(code => new CodeAt(code.Code, code.Severity, code.Start, code.Length))];
                bool May(int start, int length) => usable.Allows(new WordSpan(answer.Id, start, length));
                var heard = ready.Select(one => (one.Id, Heard: hear.Of(one.Words, question, answer.Text, found, May)))
                    .Where(one => one.Heard.State != PromiseState.NotMentioned).ToList();
                said.AddRange(Surest(heard).Select(one => new SaidOfPromise(one.Id, interview.Id, interview.RespondentId, interview.HeldOn,
                    one.Heard.State, one.Heard.Score, new WordSpan(answer.Id, one.Heard.Start, one.Heard.Length))));
                if (usable.AllowsTurn(answer.Id))
                {
                    lengths.Add(new AnswerLength(interview.Id, Tokenize.Text(answer.Text).Count(token => token.IsWord)));
                }
            }
        }
        return new AnswersOfAccount(said, lengths);
    }

    /// <summary>
    /// Promises compete for an answer: kept are the surest and those close behind in their own words. Where the question alone says that it is
    /// about several, nobody can tell which.
    /// </summary>
    private static IEnumerable<(Guid Id, HeardPromise Heard)> Surest(List<(Guid Id, HeardPromise Heard)> heard)
    {
        var most = heard.Select(one => one.Heard.Score).DefaultIfEmpty().Max();
        var sure = heard.Where(one => one.Heard.Score >= CloseBehind * most).ToList();
        return sure.Count == 1 ? sure : sure.Where(one => one.Heard.InItsWords);
    }

    private static IEnumerable<(string Question, (Guid Id, string Text) Answer)> Answers(Interview interview)
    {
        var ids = interview.Turns.ToDictionary(turn => turn.N, turn => turn.Id);
        var question = "";
        foreach (var turn in TranscriptOf.Turns(interview.Turns))
        {
            if (turn.Speaker == Speaker.Interviewer)
            {
                question = turn.Text;
            }
            else
            {
                yield return (question, (ids[turn.N], turn.Text));
            }
        }
    }
}

/// <summary>Places and numbers of one account's answers; no words.</summary>
public sealed record AnswersOfAccount(IReadOnlyList<SaidOfPromise> Said, IReadOnlyList<AnswerLength> Lengths);

/// <param name="Score">How surely it is about the promise, 0 to 1.</param>
public sealed record SaidOfPromise(Guid PromiseId, Guid InterviewId, Guid RespondentId, DateOnly On, PromiseState State, double Score, WordSpan Words);

/// <summary>Words of one answer; an answer of which anything is kept to totals has none.</summary>
public readonly record struct AnswerLength(Guid InterviewId, int Words);
