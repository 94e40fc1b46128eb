using InterviewAgent.Accounts;
using InterviewAgent.Accounts.Import;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing.Import;

/// <summary>Adds the interviews of one journey that are not there yet. Stored answers are never overwritten.</summary>
internal sealed class AddInterviews(InterviewAgentDb db, LoadedAccount loaded, Erased erased, ImportProblems problems)
{
    public async Task Add(IReadOnlyList<InterviewRecord> records, CancellationToken cancellation)
    {
        var stored = await db.Interviews.AsNoTracking().Where(interview => interview.AccountId == loaded.Account.Id)
            .ToDictionaryAsync(interview => interview.Id, interview => interview.CheckInId, cancellation);
        var heard = records.ToLookup(record => record.Participant.Id, record => record.Checkpoint);
        foreach (var record in records)
        {
            var id = ImportedId.Of("interview", loaded.Account.ExternalId, record.Id);
            if (erased.Interviews.Contains(id) || erased.Holds(loaded.Account, record.Participant.Id)
                || record.Visibility == Visibility.Delete)
            {
                problems.Notice($"line {record.Line}, {record.Path}: its respondent deleted it; it stays out.");
                continue;
            }

            var person = record.Participant.Onto(loaded.Account, heard[record.Participant.Id]);
            if (!stored.ContainsKey(id))
            {
                AddOne(record, id, person, stored);
            }
            else if (await Differs(id, record, cancellation))
            {
                problems.Notice($"line {record.Line}, {record.Path}: this interview was imported before with other words; "
                    + "answers are never overwritten, the stored ones stay.");
            }
        }
    }

    private void AddOne(InterviewRecord record, Guid id, Respondent person, Dictionary<Guid, Guid> stored)
    {
        var checkIn = loaded.CheckIn(db, person, record.Checkpoint, record.HeldOn);
        if (stored.ContainsValue(checkIn.Id))
        {
            problems.Add(record.Line, $"{record.Path}.checkpoint",
                $"{ImportProblems.Show(person.ExternalId)} already has an interview at {record.Checkpoint.Name()}",
                "Leave this one out, or give it the checkpoint at which it was held.");
            return;
        }

        checkIn.CompletedAt ??= new DateTimeOffset(record.HeldOn, TimeOnly.MinValue, TimeSpan.Zero);
        Interview interview = new()
        {
            Id = id, CheckInId = checkIn.Id, AccountId = loaded.Account.Id, RespondentId = person.Id, ExternalId = record.Id,
            Checkpoint = record.Checkpoint, HeldOn = record.HeldOn, Origin = InterviewOrigin.Imported, Channel = "import",
            Language = record.Language, Status = InterviewStatus.AwaitingAnalysis, Visibility = record.Visibility,
        };
        interview.Turns.AddRange(record.Turns.Select(turn =>
            new Turn { InterviewId = id, N = turn.N, Speaker = turn.Speaker, Text = turn.Text, At = turn.At }));
        db.Interviews.Add(interview);
        stored.Add(id, checkIn.Id);
    }

    private async Task<bool> Differs(Guid id, InterviewRecord record, CancellationToken cancellation)
    {
        var words = await db.Turns.AsNoTracking().Where(turn => turn.InterviewId == id).OrderBy(turn => turn.N)
            .Select(turn => turn.Text).ToListAsync(cancellation);
        return !words.SequenceEqual(record.Turns.Select(turn => turn.Text));
    }
}
