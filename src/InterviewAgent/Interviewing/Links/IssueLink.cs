using InterviewAgent.Accounts;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Interviewing.Links;

/// <summary>A personal link that was made now. The address is shown or sent once and not stored.</summary>
public sealed record IssuedLink(Guid LinkId, Guid CheckInId, string Address, DateTimeOffset ExpiresAt);

/// <summary>Makes personal links. Earlier links of the same check-in go on working until they expire or are revoked.</summary>
public sealed class IssueLink(InterviewAgentDb db, LinkToken tokens, IOptions<LinkOptions> options, TimeProvider clock)
{
    /// <summary>A link to one check-in, and the check-in marked as invited.</summary>
    /// <exception cref="BadInputException">There is no such check-in.</exception>
    public async Task<IssuedLink> For(Guid checkInId, CancellationToken cancellation)
    {
        var checkIn = await db.CheckIns.FirstOrDefaultAsync(row => row.Id == checkInId, cancellation)
            ?? throw new BadInputException($"Check-in {checkInId}", "there is no such check-in", "List the due ones with: interview-agent link --due");
        var now = clock.GetUtcNow();
        var link = new Link { CheckInId = checkIn.Id, RespondentId = checkIn.RespondentId, ExpiresAt = now.AddDays(options.Value.LifeDays) };
        db.Links.Add(link);
        if (checkIn.InvitedAt is null)
        {
            checkIn.InvitedAt = now;
            OutdatedAccount.Mark(db, checkIn.AccountId);
        }

        await db.SaveChangesAsync(cancellation);
        return new(link.Id, checkIn.Id, $"{options.Value.PublicAddress.TrimEnd('/')}/i/{tokens.For(link.Id)}", link.ExpiresAt);
    }

    /// <summary>Ends every link of a check-in at once, also for those who have it open.</summary>
    /// <returns>How many links were revoked now.</returns>
    public Task<int> Revoke(Guid checkInId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return db.Links.Where(link => link.CheckInId == checkInId && link.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.RevokedAt, now), cancellation);
    }

    /// <summary>Check-ins that are due by today and neither finished nor declined, oldest first.</summary>
    public async Task<IReadOnlyList<Guid>> Due(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return await db.CheckIns
            .Where(row => row.Due <= today && row.CompletedAt == null && row.DeclinedAt == null && row.BrokeOffAt == null)
            .OrderBy(row => row.Due).ThenBy(row => row.Id).Select(row => row.Id).ToListAsync(cancellation);
    }
}
