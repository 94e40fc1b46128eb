using InterviewAgent.Accounts;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing.Links;

public enum LinkState { Good, Expired, Revoked, Unknown }

/// <summary>What a token leads to. <see cref="Link"/> is there whenever the token is one of ours.</summary>
public sealed record FoundLink(LinkState State, Link? Link);

/// <summary>Reads tokens and lets people in. Looking changes nothing; only <see cref="Open"/> does.</summary>
public sealed class OpenLink(InterviewAgentDb db, LinkToken tokens, TimeProvider clock)
{
    public async Task<FoundLink> Find(string? token, CancellationToken cancellation) =>
        tokens.Read(token) is { } id ? await Find(id, cancellation) : new(LinkState.Unknown, null);

    public async Task<FoundLink> Find(Guid linkId, CancellationToken cancellation)
    {
        var link = await db.Links.AsNoTracking().FirstOrDefaultAsync(row => row.Id == linkId, cancellation);
        return link switch
        {
            null => new(LinkState.Unknown, null),
            { RevokedAt: not null } => new(LinkState.Revoked, link),
            _ when link.ExpiresAt <= clock.GetUtcNow() => new(LinkState.Expired, link),
            _ => new(LinkState.Good, link),
        };
    }

    /// <summary>Marks the check-in as opened. True for the first device, which is the one that is trusted.</summary>
    public Task<bool> Open(Link link, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(link);
        return db.Whole(() => Once(link, cancellation), cancellation);
    }

    private async Task<bool> Once(Link link, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        // One statement decides, so that of two devices at once one is the first.
        await using var work = await db.Database.BeginTransactionAsync(cancellation);
        var first = await db.CheckIns.Where(row => row.Id == link.CheckInId && row.OpenedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.OpenedAt, now), cancellation) == 1;
        if (first)
        {
            OutdatedAccount.Mark(db, await db.CheckIns.Where(row => row.Id == link.CheckInId).Select(row => row.AccountId).SingleAsync(cancellation));
            await db.SaveChangesAsync(cancellation);
        }

        await work.CommitAsync(cancellation);
        return first;
    }
}
