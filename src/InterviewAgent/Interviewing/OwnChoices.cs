using System.Text.Json;
using InterviewAgent.Accounts;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing;

/// <summary>A sentence that was read back, and who may see it now.</summary>
public sealed record ChosenSentence(ReadBackSentence Sentence, Visibility Visibility);

/// <summary>What a respondent chose: for all they said, and for each sentence that was read back.</summary>
public sealed record Choices(Visibility ForAll, IReadOnlyList<ChosenSentence> Sentences);

/// <summary>A respondent's own choices, to read and to change at any time after the interview.</summary>
public sealed class OwnChoices(InterviewAgentDb db)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public async Task<Choices> Read(Guid interviewId, CancellationToken cancellation)
    {
        var (interview, sentences) = await Load(interviewId, cancellation);
        return new(interview.Visibility,
            [.. sentences.Select(one => new ChosenSentence(one.Sentence, Row(interview, one)?.Visibility ?? interview.Visibility))]);
    }

    /// <summary>Takes effect with the next reading of a quote. Sentences without an override follow the choice for all.</summary>
    public Task Change(Guid interviewId, ReadBackChoices choices, string who, DateTimeOffset now, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return db.Whole(() => Once(interviewId, choices, who, now, cancellation), cancellation);
    }

    private async Task Once(Guid interviewId, ReadBackChoices choices, string who, DateTimeOffset now, CancellationToken cancellation)
    {
        var (interview, sentences) = await Load(interviewId, cancellation);
        interview.Visibility = choices.ForAll;
        foreach (var one in sentences)
        {
            var chosen = choices.BySentence.GetValueOrDefault(one.Sentence.Number, choices.ForAll);
            if (Row(interview, one) is { } row)
            {
                row.Visibility = chosen;
            }
            else
            {
                interview.Choices.Add(new VisibilityChoice
                {
                    InterviewId = interviewId, TurnId = one.TurnId, Start = one.Sentence.Start, Length = one.Sentence.Length, Visibility = chosen,
                });
            }
        }

        await using var work = await db.Database.BeginTransactionAsync(cancellation);
        await EraseSentences.Run(db, interviewId, interview.Choices, choices.ForAll, now, cancellation);
        if (choices.ForAll == Visibility.Delete || choices.BySentence.Values.Contains(Visibility.Delete))
        {
            // Coded again as it stands now: what rests on a transcript is what a rebuild finds in it.
            (interview.Status, interview.AnalysedAt) = (interview.Status == InterviewStatus.Analysed ? InterviewStatus.AwaitingAnalysis : interview.Status, null);
        }

        if (choices.ForAll is Visibility.TotalsOnly or Visibility.Delete)
        {
            await ForgetEvents.Of(db, interviewId, cancellation);
        }
        interview.Version++;
        OutdatedAccount.Mark(db, interview.AccountId);
        db.Audit.Add(new AuditEntry { At = now, Who = who, Did = "changed who sees an interview", Subject = interviewId });
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
    }

    private static VisibilityChoice? Row(Interview interview, (ReadBackSentence Sentence, Guid TurnId) one) =>
        interview.Choices.Find(row => row.TurnId == one.TurnId && row.Start == one.Sentence.Start);

    private async Task<(Interview, IReadOnlyList<(ReadBackSentence Sentence, Guid TurnId)>)> Load(Guid id, CancellationToken cancellation)
    {
        var interview = await db.Interviews.Include(row => row.Choices).SingleAsync(row => row.Id == id, cancellation);
        var turns = await db.Turns.Where(turn => turn.InterviewId == id).Select(turn => new { turn.Id, turn.N, turn.Move, turn.Offer })
            .OrderBy(turn => turn.N).ToListAsync(cancellation);
        var offer = turns.FirstOrDefault(turn => turn.Move == MoveKind.ReadBack)?.Offer;
        var read = offer is null ? [] : JsonSerializer.Deserialize<Offer>(offer, Web)?.ReadBack ?? [];
        var ids = turns.ToDictionary(turn => turn.N, turn => turn.Id);
        return (interview, [.. read.Where(sentence => ids.ContainsKey(sentence.TurnN)).Select(sentence => (sentence, ids[sentence.TurnN]))]);
    }
}
