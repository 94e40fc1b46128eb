using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Moves;
using InterviewAgent.Privacy.Consents;
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
    private readonly OutboxWake outbox;
    private readonly TimeProvider clock;

    internal OpenInterview(InterviewAgentDb db, GuideLibrary guides, SayNext next, NeutralityGate gate, OutboxWake outbox, TimeProvider clock) =>
        (this.db, this.guides, this.next, this.gate, this.outbox, this.clock) = (db, guides, next, gate, outbox, clock);

    /// <summary>The respondent came by their link: a page reads the turns.</summary>
    /// <exception cref="BadInputException">There is no such check-in.</exception>
    public Task<OpenedInterview> For(Guid checkInId, string channel, CancellationToken cancellation = default) =>
        Open(new(checkInId, channel, null, Came: true), cancellation);

    /// <summary>
    /// The respondent came to a conversation: the turn that stands is sent there unless it was already. An interview belongs to a
    /// person and not to a channel: opened elsewhere it is the same one, and it goes on where they last spoke.
    /// </summary>
    /// <exception cref="BadInputException">There is no such check-in.</exception>
    public Task<OpenedInterview> For(Guid checkInId, string channel, Guid conversationId, CancellationToken cancellation = default) =>
        Open(new(checkInId, channel, conversationId, Came: true), cancellation);

    /// <summary>We write first: the same, but nobody has opened anything yet.</summary>
    internal Task<OpenedInterview> Ask(Guid checkInId, string channel, Guid conversationId, CancellationToken cancellation) =>
        Open(new(checkInId, channel, conversationId, Came: false), cancellation);

    private async Task<OpenedInterview> Open(Contact contact, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.Whole(() => Once(contact, cancellation), cancellation);
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear(); // The other one opened it first: show theirs.
            }
        }
    }

    private async Task<OpenedInterview> Once(Contact contact, CancellationToken cancellation)
    {
        await using var work = await db.Database.BeginTransactionAsync(cancellation);
        var existing = await db.Interviews.Include(held => held.Turns).SingleOrDefaultAsync(held => held.CheckInId == contact.CheckInId, cancellation);
        var held = existing is null ? await Create(contact, cancellation) : await HeldInterview.With(db, existing, cancellation);
        var reply = existing is null ? await Greet(held, cancellation) : await Return(held, contact, cancellation);
        if (db.ChangeTracker.HasChanges())
        {
            held.Interview.Version++;
            await db.SaveChangesAsync(cancellation);
            await work.CommitAsync(cancellation);
            outbox.Up();
        }
        return new OpenedInterview(held.Interview.Id, reply);
    }

    private async Task<HeldInterview> Create(Contact contact, CancellationToken cancellation)
    {
        var checkIn = await db.CheckIns.SingleOrDefaultAsync(due => due.Id == contact.CheckInId, cancellation)
            ?? throw new BadInputException("The check-in", "it does not exist", "Ask for a new link.");
        var person = await db.Respondents.SingleAsync(known => known.Id == checkIn.RespondentId, cancellation);
        var guide = guides.For(person.Role, checkIn.Checkpoint);
        var now = clock.GetUtcNow();
        if (contact.Came && checkIn.OpenedAt is null)
        {
            checkIn.OpenedAt = now;
            OutdatedAccount.Mark(db, checkIn.AccountId);
        }

        var interview = new Interview
        {
            CheckInId = checkIn.Id, AccountId = checkIn.AccountId, RespondentId = checkIn.RespondentId, Checkpoint = checkIn.Checkpoint,
            HeldOn = DateOnly.FromDateTime(now.UtcDateTime), Origin = InterviewOrigin.Held, Channel = contact.Channel, ConversationId = contact.ConversationId,
            GuideId = guide.Id, GuideHash = guide.Hash, RulesVersion = gate.RulesVersion,
            Seed = BitConverter.ToInt32(checkIn.Id.ToByteArray(), 12) & int.MaxValue, Status = InterviewStatus.Consenting,
        };
        db.Interviews.Add(interview);
        return await HeldInterview.With(db, interview, cancellation);
    }

    private async Task<Reply> Greet(HeldInterview held, CancellationToken cancellation)
    {
        var reply = next.Say(held, Guide(held), new Move(MoveKind.AskConsent, "consent", Question: "consent"), held.State);
        await KeepConsentText.Of(db, held.Interview, reply.Text, clock.GetUtcNow(), cancellation);
        return reply;
    }

    /// <summary>Where it stands; after a pause the pending question is asked again once.</summary>
    private async Task<Reply> Return(HeldInterview held, Contact contact, CancellationToken cancellation)
    {
        var state = held.State;
        if (held.Current() is not { } current)
            return await Greet(held, cancellation);
        if (contact.ConversationId is not null)
            held.Interview.ConversationId = contact.ConversationId;
        if (!state.Paused || !state.Consented)
        {
            if (contact.ConversationId is { } place)
                await ShowTurn.Again(db, place, held.Interview.Turns.Single(turn => turn.N == current.TurnN), clock.GetUtcNow(), cancellation);
            return current;
        }

        held.Interview.ConversationId = contact.ConversationId;
        if (held.Interview.Status == InterviewStatus.Paused) // One that was ended since waits for a word.
            held.Interview.Status = InterviewStatus.Open;
        return next.Say(held, Guide(held),
            new Move(MoveKind.Resume, "resume", state.Pending?.Topic, state.Pending?.Question, Again: true), state);
    }

    /// <param name="ConversationId">Null: a page.</param>
    /// <param name="Came">The respondent came; false: we write to them.</param>
    private sealed record Contact(Guid CheckInId, string Channel, Guid? ConversationId, bool Came);

    private Guide Guide(HeldInterview held) => guides.For(held.Respondent.Role, held.Interview.Checkpoint);
}
