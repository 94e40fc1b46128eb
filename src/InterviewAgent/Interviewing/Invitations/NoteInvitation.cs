using InterviewAgent.Accounts;
using InterviewAgent.Mail;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>Writes down how far the sending of one row came. Each step is one short transaction, and only the holder of the claim takes it.</summary>
internal sealed class NoteInvitation(IDbContextFactory<InterviewAgentDb> factory, IOptions<InvitationOptions> options, TimeProvider clock)
{
    private const int MostAttempts = 10;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(5), LongestWait = TimeSpan.FromHours(6);

    /// <summary>
    /// The point of no return, written before the mail is given away. False: the claim has run out, or the person has answered or said
    /// no meanwhile; then nothing was given away.
    /// </summary>
    /// <param name="giveAway">The one step, taken at once: what dies between the two loses the mail. So nothing waits for the disk in
    /// between either; the claim, which is on the disk, says under which start of the system this may have been lost.</param>
    public async Task<bool> Sending(Letter letter, Action giveAway, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        if (db.LosesWithPower is not null)
        {
            await db.CommitWithoutWaiting(cancellation);
        }
        var now = clock.GetUtcNow();
        var until = now.AddSeconds(options.Value.ClaimSeconds);
        var marked = await db.Invitations
            .Where(row => row.Id == letter.InvitationId && row.State == InvitationState.Claimed && row.ClaimedBy == letter.Claim && row.ClaimedUntil > now)
            .Where(row => db.CheckIns.Any(checkIn => checkIn.Id == row.CheckInId && checkIn.CompletedAt == null && checkIn.DeclinedAt == null
                && checkIn.BrokeOffAt == null && (checkIn.PausedUntil == null || checkIn.PausedUntil <= now)))
            .Where(row => db.Respondents.Any(person => person.Id == row.RespondentId && person.NoContactFrom == null))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, InvitationState.Sending)
                .SetProperty(row => row.ClaimedUntil, until).SetProperty(row => row.Attempts, row => row.Attempts + 1), cancellation) == 1;
        if (marked)
        {
            giveAway();
        }
        return marked;
    }

    /// <summary>The other side acknowledged it.</summary>
    public Task Sent(Letter letter) => Gone(letter, InvitationState.Sent);

    /// <summary>Given away, and no answer.</summary>
    public Task Unknown(Letter letter) => Gone(letter, InvitationState.Unknown);

    /// <summary>Not given away, or refused: another try later, or the end of it.</summary>
    /// <param name="server">The fault is the mail server's and not this mail's: it does not count as a try.</param>
    public async Task Failed(Letter letter, SmtpException failure, bool server)
    {
        await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
        await db.Whole(() => Failed(db, letter, failure, server), CancellationToken.None);
    }

    private async Task Failed(InterviewAgentDb db, Letter letter, SmtpException failure, bool server)
    {
        await using var work = await db.Database.BeginTransactionAsync();
        if (await Held(db, letter).SingleOrDefaultAsync() is not { } row)
        {
            return;
        }
        row.Refusal = failure.Reply?.Codes ?? "no answer";
        row.Attempts += row.State == InvitationState.Claimed && !server ? 1 : 0;
        (row.ClaimedBy, row.ClaimedUntil) = (null, null);
        if (failure.ClosesAddress || row.Attempts >= MostAttempts)
        {
            row.State = InvitationState.Refused;
        }
        else
        {
            row.State = InvitationState.Queued;
            row.NextAt = clock.GetUtcNow() + TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Max(0, row.Attempts - 1)));
        }
        await db.SaveChangesAsync();
        if (failure.ClosesAddress)
        {
            await db.Respondents.Where(person => person.Id == row.RespondentId && person.Email == row.Address)
                .ExecuteUpdateAsync(set => set.SetProperty(person => person.ClosedAddress, row.Address).SetProperty(person => person.ClosedBecause, AddressFault.Refused));
        }
        await work.CommitAsync();
    }

    /// <summary>Nothing was given away: as if it had not been taken up.</summary>
    public async Task Released(Letter letter)
    {
        await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
        await Held(db, letter).Where(row => row.State == InvitationState.Claimed)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, InvitationState.Queued)
                .SetProperty(row => row.ClaimedBy, (Guid?)null).SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null));
    }

    private async Task Gone(Letter letter, InvitationState state)
    {
        await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
        await db.Whole(() => Gone(db, letter, state), CancellationToken.None);
    }

    private async Task Gone(InterviewAgentDb db, Letter letter, InvitationState state)
    {
        await using var work = await db.Database.BeginTransactionAsync();
        var now = clock.GetUtcNow();
        await Held(db, letter).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, state)
            .SetProperty(row => row.SentAt, now).SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null));
        if (await db.CheckIns.Where(checkIn => checkIn.Id == letter.CheckInId && checkIn.InvitedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(checkIn => checkIn.InvitedAt, now)) > 0)
        {
            OutdatedAccount.Mark(db, await db.CheckIns.Where(checkIn => checkIn.Id == letter.CheckInId).Select(checkIn => checkIn.AccountId).SingleAsync());
            await db.SaveChangesAsync();
        }
        await work.CommitAsync();
    }

    private static IQueryable<Invitation> Held(InterviewAgentDb db, Letter letter) => db.Invitations.Where(row =>
        row.Id == letter.InvitationId && row.ClaimedBy == letter.Claim
        && (row.State == InvitationState.Claimed || row.State == InvitationState.Sending || row.State == InvitationState.Unknown));
}
