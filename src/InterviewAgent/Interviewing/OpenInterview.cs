using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Moves;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing;

/// <summary>The interview of a check-in, and where it stands.</summary>
public sealed record OpenedInterview(Guid InterviewId, Reply Current);

/// <summary>
/// Opens the interview of a check-in: the first time it is created with its first turn, ever after it is shown where it
/// stands. Two at once get the same one.
/// </summary>
public sealed class OpenInterview
{
    private const int Attempts = 6;
    private readonly InterviewAgentDb db;
    private readonly GuideLibrary guides;
    private readonly SayNext next;
    private readonly NeutralityGate gate;
    private readonly TimeProvider clock;

    internal OpenInterview(InterviewAgentDb db, GuideLibrary guides, SayNext next, NeutralityGate gate, TimeProvider clock) =>
        (this.db, this.guides, this.next, this.gate, this.clock) = (db, guides, next, gate, clock);

    /// <exception cref="BadInputException">There is no such check-in.</exception>
    public async Task<OpenedInterview> For(Guid checkInId, string channel, CancellationToken cancellation = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Once(checkInId, channel, cancellation);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear(); // The other one opened it first: show theirs.
            }
        }
    }

    private async Task<OpenedInterview> Once(Guid checkInId, string channel, CancellationToken cancellation)
    {
        await using var work = await db.Database.BeginTransactionAsync(cancellation);
        var existing = await db.Interviews.Include(held => held.Turns).SingleOrDefaultAsync(held => held.CheckInId == checkInId, cancellation);
        var held = existing is null ? await Create(checkInId, channel, cancellation) : await HeldInterview.With(db, existing, cancellation);
        var reply = existing is null ? Greet(held) : Return(held);
        if (db.ChangeTracker.HasChanges())
        {
            held.Interview.Version++;
            await db.SaveChangesAsync(cancellation);
            await work.CommitAsync(cancellation);
        }
        return new OpenedInterview(held.Interview.Id, reply);
    }

    private async Task<HeldInterview> Create(Guid checkInId, string channel, CancellationToken cancellation)
    {
        var checkIn = await db.CheckIns.SingleOrDefaultAsync(due => due.Id == checkInId, cancellation)
            ?? throw new BadInputException("The check-in", "it does not exist", "Ask for a new link.");
        var person = await db.Respondents.SingleAsync(known => known.Id == checkIn.RespondentId, cancellation);
        var guide = guides.For(person.Role, checkIn.Checkpoint);
        var now = clock.GetUtcNow();
        checkIn.OpenedAt ??= now;
        var interview = new Interview
        {
            CheckInId = checkIn.Id, AccountId = checkIn.AccountId, RespondentId = checkIn.RespondentId, Checkpoint = checkIn.Checkpoint,
            HeldOn = DateOnly.FromDateTime(now.UtcDateTime), Origin = InterviewOrigin.Held, Channel = channel,
            GuideId = guide.Id, GuideHash = guide.Hash, RulesVersion = gate.RulesVersion,
            Seed = BitConverter.ToInt32(checkIn.Id.ToByteArray(), 12) & int.MaxValue, Status = InterviewStatus.Consenting,
        };
        db.Interviews.Add(interview);
        return await HeldInterview.With(db, interview, cancellation);
    }

    private Reply Greet(HeldInterview held) =>
        next.Say(held, Guide(held), new Move(MoveKind.AskConsent, "consent", Question: "consent"), held.State);

    /// <summary>Where it stands; after a pause the pending question is asked again once.</summary>
    private Reply Return(HeldInterview held)
    {
        var state = held.State;
        if (held.Current() is not { } current)
            return Greet(held);
        if (!state.Paused || !state.Consented)
            return current;
        held.Interview.Status = InterviewStatus.Open;
        return next.Say(held, Guide(held),
            new Move(MoveKind.Resume, "resume", state.Pending?.Topic, state.Pending?.Question, Again: true), state);
    }

    private Guide Guide(HeldInterview held) => guides.For(held.Respondent.Role, held.Interview.Checkpoint);
}
