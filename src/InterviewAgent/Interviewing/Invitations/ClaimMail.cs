using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Mail;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>Takes up queued mails, as many as are wanted, and leaves those that are no longer wanted or have to wait.</summary>
internal sealed class ClaimMail(
    IDbContextFactory<InterviewAgentDb> factory, StillWanted wanted, IOptions<InvitationOptions> options, IOptions<LinkOptions> links, TimeProvider clock)
{
    // A link given in a reminder must outlive the time in which the check-in is open.
    private static readonly TimeSpan LinkLeft = TimeSpan.FromDays(10);

    /// <returns>The letters to send now, and how many rows were looked at; 0: the queue has nothing for now.</returns>
    public async Task<(IReadOnlyList<Letter> Letters, int Seen)> Take(int most, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow();
        var waiting = db.Invitations.Where(row => row.State == InvitationState.Queued && row.NextAt <= now && row.Channel == InvitationChannel.Mail);
        if (!await waiting.AnyAsync(cancellation))
        {
            return ([], 0);
        }
        await using var work = await db.BeginClaim(cancellation);
        // Held until the claim is written: another server takes the next ones.
        var held = await db.Unheld(waiting.OrderBy(row => row.NextAt).Take(most)).ToListAsync(cancellation);
        var ids = held.ConvertAll(row => row.Id);
        var rows = await db.Invitations.Where(row => ids.Contains(row.Id)).OrderBy(row => row.NextAt)
            .Join(db.CheckIns, row => row.CheckInId, checkIn => checkIn.Id, (row, checkIn) => new { row, checkIn })
            .Join(db.Respondents, both => both.row.RespondentId, person => person.Id, (both, person) => new { both.row, both.checkIn, person })
            .Join(db.Accounts, all => all.row.AccountId, account => account.Id, (all, account) => new { all.row, all.checkIn, all.person, account.Product })
            .ToListAsync(cancellation);
        var checkIns = rows.ConvertAll(one => one.checkIn.Id);
        var known = (await db.Links.AsNoTracking().Where(link => checkIns.Contains(link.CheckInId) && link.RevokedAt == null && link.ExpiresAt > now + LinkLeft)
            .ToListAsync(cancellation)).ToLookup(link => link.CheckInId);
        var claim = Guid.NewGuid();
        List<Letter> letters = [];
        foreach (var one in rows)
        {
            if (Settle(one.row, one.checkIn, one.person, now) is { } to)
            {
                (one.row.State, one.row.ClaimedBy, one.row.ClaimedUntil) = (InvitationState.Claimed, claim, now.AddSeconds(options.Value.ClaimSeconds));
                one.row.ClaimedBoot = db.LosesWithPower;
                one.row.LinkId ??= known[one.checkIn.Id].MaxBy(link => link.ExpiresAt)?.Id ?? NewLink(db, one.checkIn, now);
                one.row.Address = one.person.Email;
                letters.Add(new(one.row.Id, claim, one.checkIn.Id, one.row.Kind, one.row.LinkId.Value, to, one.person.Role, one.checkIn.Checkpoint, one.Product));
            }
        }
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return (letters, rows.Count);
    }

    /// <summary>The address when the mail may go now; else null, and the row says what became of it.</summary>
    private MailboxAddress? Settle(Invitation row, CheckIn checkIn, Respondent person, DateTimeOffset now)
    {
        if (!wanted.Now(row, checkIn, person, now))
        {
            return null;
        }
        var to = person.HasOpenAddress ? MailboxAddress.Read(person.Email) : null;
        if (to is null)
        {
            (row.State, row.Address, row.Refusal) = (InvitationState.Refused, person.Email, "no address");
        }
        return to;
    }

    private Guid NewLink(InterviewAgentDb db, CheckIn checkIn, DateTimeOffset now)
    {
        Link link = new() { CheckInId = checkIn.Id, RespondentId = checkIn.RespondentId, ExpiresAt = now.AddDays(links.Value.LifeDays) };
        db.Links.Add(link);
        return link.Id;
    }
}
