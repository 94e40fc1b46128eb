using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>
/// Takes "not now", "not me" and "never" from the person whose link it is. The right to say no does not run out: it works with a link
/// that has expired or was revoked, and twice.
/// </summary>
public sealed class RecordChoice(InterviewAgentDb db, LinkToken tokens, IOptions<InvitationOptions> options, TimeProvider clock)
{
    /// <summary>The link that the token of a mail names; null when it is none of ours, or its person was erased.</summary>
    public async Task<Link?> Find(string? token, CancellationToken cancellation) => tokens.Read(token, LinkToken.Choose) is { } id
        ? await db.Links.AsNoTracking().SingleOrDefaultAsync(link => link.Id == id, cancellation)
        : null;

    /// <summary>The day on which "not now" ends when it is said now, in the person's own calendar.</summary>
    public async Task<DateOnly> Until(Link link, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(link);
        return Until(await db.Respondents.AsNoTracking().SingleAsync(person => person.Id == link.RespondentId, cancellation)).Day;
    }

    public Task Run(Link link, Choice choice, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(link);
        return db.Whole(() => Once(link, choice, cancellation), cancellation);
    }

    private async Task Once(Link link, Choice choice, CancellationToken cancellation)
    {
        await using var work = await db.Database.BeginTransactionAsync(cancellation);
        var person = await db.Respondents.SingleAsync(known => known.Id == link.RespondentId, cancellation);
        var checkIn = await db.CheckIns.SingleAsync(known => known.Id == link.CheckInId, cancellation);
        var now = clock.GetUtcNow();
        switch (choice)
        {
            case Choice.NotNow:
                checkIn.PausedUntil = Until(person).Opening;
                checkIn.AskAt = checkIn.AskAt is null ? null : checkIn.PausedUntil;
                break;
            case Choice.NotMe:
                // The address that the mail went to; mended since, it stays open.
                var address = await db.Invitations.Where(row => row.CheckInId == checkIn.Id).OrderBy(row => row.CreatedAt).Select(row => row.Address).LastOrDefaultAsync(cancellation);
                (person.ClosedAddress, person.ClosedBecause) = (address ?? person.Email, AddressFault.WrongPerson);
                Close(checkIn, now);
                break;
            default:
                person.NoContactFrom ??= now;
                foreach (var open in await db.CheckIns.Where(known => known.RespondentId == person.Id).ToListAsync(cancellation))
                {
                    Close(open, now);
                }
                break;
        }
        OutdatedAccount.Mark(db, checkIn.AccountId);
        db.Audit.Add(new AuditEntry { At = now, Who = "respondent", Did = $"chose {choice.Name()}", Subject = checkIn.Id });
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
    }

    /// <summary>As declined, which is a right and never evidence. What was said before stays.</summary>
    private static void Close(CheckIn checkIn, DateTimeOffset now)
    {
        if (checkIn is { CompletedAt: null, BrokeOffAt: null })
        {
            checkIn.DeclinedAt ??= now;
        }
        checkIn.AskAt = null;
    }

    private (DateOnly Day, DateTimeOffset Opening) Until(Respondent person)
    {
        var day = SendingHours.LocalDay(person.TimeZone, clock.GetUtcNow()).AddDays(options.Value.PauseDays);
        var opening = new SendingHours(options.Value).Opening(person.TimeZone, day);
        return (SendingHours.LocalDay(person.TimeZone, opening), opening);
    }
}
