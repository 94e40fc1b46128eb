using InterviewAgent.Accounts;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing.Delivery;

public enum CheckInSending
{
    /// <summary>Its question is in the outbox.</summary>
    Queued,

    /// <summary>The question that waits for an answer was sent there before, and nothing was sent now.</summary>
    AlreadyAsked,

    /// <summary>No conversation in which the person may be written to: their personal link is the way.</summary>
    UseWebLink,

    /// <summary>Finished, declined, not due yet, or due too long ago.</summary>
    NotDue,
}

/// <summary>
/// Begins a due check-in where its respondent is reached, or asks again what waits there for an answer. It takes the id of a
/// check-in and nothing else: what is said is the interview's own first words.
/// </summary>
public sealed class SendCheckIn(InterviewAgentDb db, DueCheckIns due, OpenInterview interviews, TimeProvider clock)
{
    /// <exception cref="BadInputException">There is no such check-in.</exception>
    public async Task<CheckInSending> Run(Guid checkInId, CancellationToken cancellation = default)
    {
        var person = await db.CheckIns.Where(row => row.Id == checkInId).Select(row => (Guid?)row.RespondentId).SingleOrDefaultAsync(cancellation)
            ?? throw new BadInputException($"Check-in {checkInId}", "there is no such check-in", "List the due ones with: interview-agent check-ins due");
        if (!await due.Has(checkInId, cancellation))
            return CheckInSending.NotDue;
        if (await Where(person, cancellation) is not { } place)
            return CheckInSending.UseWebLink;

        var started = clock.GetUtcNow();
        var opened = await interviews.Ask(checkInId, place.Channel, place.Id, cancellation);
        return await db.Outbox.AnyAsync(
            row => row.InterviewId == opened.InterviewId && row.TurnN == opened.Current.TurnN && row.ConversationId == place.Id
                && row.State == OutboxState.Pending && row.NextAt >= started, cancellation)
            ? CheckInSending.Queued : CheckInSending.AlreadyAsked;
    }

    /// <summary>Of several the one where they were heard last.</summary>
    private Task<Conversation?> Where(Guid respondentId, CancellationToken cancellation) => db.Conversations.AsNoTracking()
        .Where(place => place.RespondentId == respondentId && place.StoppedAt == null && (place.ChannelConversationId != null || place.UserId != null))
        .OrderByDescending(place => place.HeardAt != null).ThenByDescending(place => place.HeardAt).ThenByDescending(place => place.Id).FirstOrDefaultAsync(cancellation);
}
