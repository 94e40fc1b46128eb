using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy.Erasures;

/// <summary>
/// Erases again what an older copy of the store brought back: all that the list outside knows and this store does not. Run before anything
/// else touches the store; twice is as good as once.
/// </summary>
public sealed class ReplayErasures
{
    private readonly IDbContextFactory<InterviewAgentDb> factory;
    private readonly ErasedFile file;
    private readonly TimeProvider clock;

    internal ReplayErasures(IDbContextFactory<InterviewAgentDb> factory, ErasedFile file, TimeProvider clock) =>
        (this.factory, this.file, this.clock) = (factory, file, clock);

    /// <summary>How many erasures this store had not seen.</summary>
    public async Task<int> Run(CancellationToken cancellation = default)
    {
        var kept = await file.Read(cancellation);
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var stored = await KeepErasures.Stored(db, cancellation);
        await file.Append(stored, cancellation); // Of several servers one has noted it; at its next start each has.
        // The widest first: what goes with a person need not be looked for again.
        var missing = kept.Where(erasure => !stored.Contains(erasure)).OrderBy(erasure => erasure.Interview is not null).ThenBy(erasure => erasure.Turn is not null).ToList();
        foreach (var erasure in missing)
        {
            db.ChangeTracker.Clear();
            await Again(db, erasure, cancellation);
        }
        if (missing.Count > 0)
        {
            await db.ForgetErased(cancellation);
        }
        return missing.Count;
    }

    private async Task Again(InterviewAgentDb db, Erasure erasure, CancellationToken cancellation)
    {
        if (erasure.Interview is null && await new EraseRespondent(db, clock).Run(erasure.Respondent, "list of erasures", cancellation))
        {
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var interview = erasure.Interview is { } id ? await db.Interviews.Include(row => row.Choices).SingleOrDefaultAsync(row => row.Id == id, cancellation) : null;
        if (interview is not null && erasure.Turn is null)
        {
            await EraseInterview.Run(db, interview, "list of erasures", clock.GetUtcNow(), cancellation);
            await Close(db, interview, cancellation);
        }
        else if (interview is not null && erasure is { Turn: { } turn, Start: { } start, Length: { } length })
        {
            await Sentence(db, interview, turn, start, length, cancellation);
        }
        else
        {
            Note(db, erasure);
        }
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    // As the respondent's own deletion leaves it: nobody is asked again for what they took back.
    private async Task Close(InterviewAgentDb db, Interview interview, CancellationToken cancellation)
    {
        (interview.Status, interview.Sentiment) = (InterviewStatus.Declined, null);
        interview.Version++;
        if (await db.CheckIns.SingleOrDefaultAsync(row => row.Id == interview.CheckInId, cancellation) is { } checkIn)
        {
            checkIn.DeclinedAt ??= clock.GetUtcNow();
        }
    }

    private async Task Sentence(InterviewAgentDb db, Interview interview, Guid turn, int start, int length, CancellationToken cancellation)
    {
        var size = await db.Turns.Where(row => row.Id == turn).Select(row => (int?)row.Text.Length).SingleOrDefaultAsync(cancellation);
        if (size is null || start < 0 || length < 0 || start + length > size)
        {
            Note(db, new Erasure(interview.RespondentId, interview.Id, turn, start, length));
            return;
        }
        var deleted = new VisibilityChoice { InterviewId = interview.Id, TurnId = turn, Start = start, Length = length, Visibility = Visibility.Delete };
        if (interview.Choices.Find(row => row.TurnId == turn && row.Start == start) is { } chosen)
        {
            chosen.Visibility = Visibility.Delete;
        }
        else
        {
            interview.Choices.Add(deleted);
        }
        await EraseSentences.Run(db, interview.Id, [deleted], Visibility.AccountOnly, clock.GetUtcNow(), cancellation);
        // What was made of the whole is made again of the rest.
        interview.Version++;
        interview.Status = interview.Status == InterviewStatus.Analysed ? InterviewStatus.AwaitingAnalysis : interview.Status;
        interview.AnalysedAt = null;
        OutdatedAccount.Mark(db, interview.AccountId);
    }

    /// <summary>Nothing of it is here; the store knows from now on that it is not to come.</summary>
    private void Note(InterviewAgentDb db, Erasure erasure)
    {
        if (erasure is { Interview: { } interview, Turn: { } turn })
        {
            db.ErasedSentences.Add(new ErasedSentence
            {
                RespondentId = erasure.Respondent, InterviewId = interview, TurnId = turn, Start = erasure.Start ?? 0, Length = erasure.Length ?? 0, At = clock.GetUtcNow(),
            });
        }
        else
        {
            db.Tombstones.Add(new Tombstone { RespondentId = erasure.Respondent, InterviewId = erasure.Interview, At = clock.GetUtcNow() });
        }
    }
}
