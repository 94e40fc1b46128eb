using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Jobs;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>
/// Asks where a person is reached in a chat: the check-in itself begins there, and a reminder is a fixed line. Both are rows of the
/// outbox, which sends each once; doing this twice after a crash adds none.
/// </summary>
internal sealed class InviteInTeams(
    InterviewAgentDb db, SendCheckIn checkIns, StillWanted wanted, OutboxWake outbox, IOptions<InvitationOptions> options, TimeProvider clock) : ISweep
{
    /// <summary>Name of the line in prompts/channels/notices.yaml.</summary>
    public const string Reminder = "reminder";
    private const int Batch = 100;
    private static readonly TimeSpan Soon = TimeSpan.FromHours(1);

    public async Task<int> Run(CancellationToken cancellation)
    {
        var done = 0;
        while (await Next(cancellation) is { Count: > 0 } rows)
        {
            foreach (var id in rows)
            {
                await Invite(id, cancellation);
            }
            done += rows.Count;
        }
        return done;
    }

    private Task<List<Guid>> Next(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return db.Invitations.Where(row => row.State == InvitationState.Queued && row.NextAt <= now && row.Channel == InvitationChannel.Teams
                && (row.ClaimedUntil == null || row.ClaimedUntil < now))
            .OrderBy(row => row.NextAt).Take(Batch).Select(row => row.Id).ToListAsync(cancellation);
    }

    private async Task Invite(Guid id, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var now = clock.GetUtcNow();
        var (claim, until) = (Guid.NewGuid(), now.AddSeconds(options.Value.ClaimSeconds));
        if (await db.Invitations.Where(free => free.Id == id && free.State == InvitationState.Queued && (free.ClaimedUntil == null || free.ClaimedUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(free => free.ClaimedBy, claim).SetProperty(free => free.ClaimedUntil, until), cancellation) == 0)
        {
            return; // Another server's.
        }
        var row = await db.Invitations.SingleAsync(known => known.Id == id, cancellation);
        var checkIn = await db.CheckIns.SingleAsync(known => known.Id == row.CheckInId, cancellation);
        var person = await db.Respondents.SingleAsync(known => known.Id == row.RespondentId, cancellation);
        if (!wanted.Now(row, checkIn, person, now))
        {
            (row.ClaimedBy, row.ClaimedUntil) = (null, null);
            await db.SaveChangesAsync(cancellation);
            return;
        }
        // Detached while the check-in is opened in a transaction of its own, which may try several times.
        db.ChangeTracker.Clear();
        var sent = await checkIns.Run(row.CheckInId, cancellation);
        db.ChangeTracker.Clear();
        db.Attach(row);
        db.Attach(checkIn);
        await using var work = await db.BeginClaim(cancellation);
        if ((await db.Unheld(db.Invitations.Where(mine => mine.Id == id && mine.ClaimedBy == claim)).Select(mine => mine.Id).ToListAsync(cancellation)).Count == 0)
        {
            return; // It took longer than the claim, and another server goes on.
        }
        (row.ClaimedBy, row.ClaimedUntil) = (null, null);
        switch (sent)
        {
            case CheckInSending.UseWebLink:
                row.Channel = InvitationChannel.Mail; // Uninstalled or blocked meanwhile.
                break;
            case CheckInSending.NotDue:
                row.NextAt = now + Soon; // Due on the person's calendar and not yet on the server's.
                break;
            default:
                if (row.Kind != InvitationKind.Invitation && sent == CheckInSending.AlreadyAsked)
                {
                    await Remind(row, now, cancellation);
                }
                (row.State, row.SentAt) = (InvitationState.Sent, now);
                checkIn.InvitedAt ??= now;
                OutdatedAccount.Mark(db, checkIn.AccountId);
                break;
        }
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        outbox.Up();
    }

    /// <summary>One line in the chat in which the question stands; none where the question itself went out since this row was made.</summary>
    private async Task Remind(Invitation row, DateTimeOffset now, CancellationToken cancellation)
    {
        var place = await db.Interviews.Where(held => held.CheckInId == row.CheckInId).Select(held => held.ConversationId).SingleOrDefaultAsync(cancellation);
        var asked = await db.Outbox.AnyAsync(message => message.At >= row.CreatedAt
            && db.Interviews.Any(held => held.Id == message.InterviewId && held.CheckInId == row.CheckInId), cancellation);
        if (place is { } conversation && !asked)
        {
            db.Outbox.Add(OutboxMessage.OfNotice(conversation, Reminder, now));
        }
    }
}
