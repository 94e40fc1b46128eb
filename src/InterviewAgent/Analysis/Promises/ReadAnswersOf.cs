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
    /// <param name="promises">Promises of this account.</param>
    public async Task<AnswersOfAccount> Account(Guid accountId, IReadOnlyCollection<Promise> promises, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(promises);
        var interviews = await db.Interviews.AsNoTracking().Include(interview => interview.Turns)
            .Where(interview => interview.AccountId == accountId
                && (interview.Status == InterviewStatus.Analysed || interview.Status == InterviewStatus.BrokenOff))
            .OrderBy(interview => interview.HeldOn).ThenBy(interview => interview.Id).ToListAsync(cancellationToken);
        var usable = await new FindUsable(db).Of([accountId], cancellationToken);
        var codes = (await db.Findings.AsNoTracking().Where(finding => finding.AccountId == accountId && finding.Verified && !finding.SetAside)
            .SelectMany(finding => finding.Quotes, (finding, quote) => new { quote.TurnId, finding.Code, finding.Severity, quote.Start, quote.Length })
            .ToListAsync(cancellationToken)).ToLookup(row => row.TurnId);
        var ready = promises.Select(promise => (promise.Id, Words: hear.Prepare(promise.Text, promise.Workflow))).ToList();
        List<SaidOfPromise> said = [];
        List<AnswerLength> lengths = [];
        foreach (var interview in interviews)
        {
            foreach (var (question, answer) in Answers(interview))
            {
                CodeAt[] found = [.. codes[answer.Id].Where(code => usable.Allows(new WordSpan(answer.Id, code.Start, code.Length)))
                    .Select(code => new CodeAt(code.Code, code.Severity, code.Start, code.Length))];
                bool May(int start, int length) => usable.Allows(new WordSpan(answer.Id, start, length));
                foreach (var (id, words) in ready)
                {
                    var heard = hear.Of(words, question, answer.Text, found, May);
                    if (heard.State != PromiseState.NotMentioned)
                    {
                        said.Add(new SaidOfPromise(id, interview.Id, interview.RespondentId, interview.HeldOn, heard.State, heard.Score,
                            new WordSpan(answer.Id, heard.Start, heard.Length)));
                    }
                }
                if (usable.AllowsTurn(answer.Id))
                {
                    lengths.Add(new AnswerLength(interview.Id, Tokenize.Text(answer.Text).Count(token => token.IsWord)));
                }
            }
        }
        return new AnswersOfAccount(said, lengths);
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
