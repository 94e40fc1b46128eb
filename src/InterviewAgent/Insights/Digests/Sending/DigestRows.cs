using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Insights.Digests.Sending;

/// <summary>A claimed row with the digest that it sends.</summary>
internal sealed record ClaimedDigest(Guid Id, Guid Claim, string Address, Digest Digest);

/// <summary>
/// How far the sending of each row came: claimed, about to be given away, gone. Each step is one short transaction, and only the holder of the claim takes it
/// (decision of 2026-11-22, a mail goes out once).
/// </summary>
internal sealed class DigestRows(IDbContextFactory<InterviewAgentDb> factory, IOptions<DigestOptions> options, TimeProvider clock)
{
    private const int MostAttempts = 10;
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(5), LongestWait = TimeSpan.FromHours(6);

    private TimeSpan ClaimLength => TimeSpan.FromSeconds(options.Value.ClaimSeconds);

    /// <returns>What is to be sent now, and how many rows were looked at.</returns>
    public async Task<(IReadOnlyList<ClaimedDigest> Rows, int Seen)> Take(DigestChannel channel, int most, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        var now = clock.GetUtcNow();
        var waiting = db.DigestSendings.Where(row => row.State == SendingState.Queued && row.NextAt <= now && row.Channel == channel);
        if (!await waiting.AnyAsync(cancellation))
        {
            return ([], 0);
        }
        await using var work = await db.BeginClaim(cancellation);
        var rows = await db.Unheld(waiting.OrderBy(row => row.NextAt).Take(most)).ToListAsync(cancellation);
        var digests = rows.Select(row => row.DigestId).Distinct().ToList();
        var known = await db.Digests.AsNoTracking().Include(digest => digest.Claims).Where(digest => digests.Contains(digest.Id)).ToDictionaryAsync(digest => digest.Id, cancellation);
        var refused = (await db.DigestRefusals.AsNoTracking().Select(row => row.Address).ToListAsync(cancellation)).ToHashSet();
        var claim = Guid.NewGuid();
        foreach (var row in rows)
        {
            row.State = refused.Contains(row.Address) ? SendingState.Withdrawn : SendingState.Claimed;
            (row.ClaimedBy, row.ClaimedUntil, row.ClaimedBoot) = (claim, now + ClaimLength, db.LosesWithPower);
        }
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return ([.. rows.Where(row => row.State == SendingState.Claimed).Select(row => new ClaimedDigest(row.Id, claim, row.Address, known[row.DigestId]))], rows.Count);
    }

    /// <summary>The point of no return. False: the claim ran out, or the reader unsubscribed meanwhile.</summary>
    /// <param name="giveAway">The one step, taken at once.</param>
    public async Task<bool> Sending(ClaimedDigest row, Action giveAway, CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        if (db.LosesWithPower is not null)
        {
            await db.CommitWithoutWaiting(cancellation);
        }
        var now = clock.GetUtcNow();
        var until = now + ClaimLength;
        var marked = await db.DigestSendings
            .Where(one => one.Id == row.Id && one.State == SendingState.Claimed && one.ClaimedBy == row.Claim && one.ClaimedUntil > now)
            .Where(one => !db.DigestRefusals.Any(refusal => refusal.Address == one.Address))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.State, SendingState.Sending)
                .SetProperty(one => one.ClaimedUntil, until).SetProperty(one => one.Attempts, one => one.Attempts + 1), cancellation) == 1;
        if (marked)
        {
            giveAway();
        }
        return marked;
    }

    public async Task Gone(ClaimedDigest row, SendingState state)
    {
        await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
        var now = clock.GetUtcNow();
        await Held(db, row).ExecuteUpdateAsync(set => set.SetProperty(one => one.State, state)
            .SetProperty(one => one.SentAt, now).SetProperty(one => one.ClaimedUntil, (DateTimeOffset?)null));
    }

    /// <param name="status">A status, never words.</param>
    /// <param name="forGood">No use in another try.</param>
    /// <param name="counts">False: the fault is the server's, and it does not count as a try.</param>
    public async Task Failed(ClaimedDigest row, string status, bool forGood, bool counts = true, TimeSpan? wait = null)
    {
        await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
        await db.Whole(() => Failed(db, row, status, forGood, counts, wait), CancellationToken.None);
    }

    private async Task Failed(InterviewAgentDb db, ClaimedDigest row, string status, bool forGood, bool counts, TimeSpan? wait)
    {
        await using var work = await db.Database.BeginTransactionAsync();
        if (await Held(db, row).SingleOrDefaultAsync() is not { } held)
        {
            return;
        }
        held.Refusal = status;
        held.Attempts += held.State == SendingState.Claimed && counts ? 1 : 0;
        held.State = forGood || held.Attempts >= MostAttempts ? SendingState.Refused : SendingState.Queued;
        var usual = TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Max(0, held.Attempts - 1)));
        held.NextAt = clock.GetUtcNow() + (wait is { } asked ? TimeSpan.FromTicks(Math.Clamp(asked.Ticks, TimeSpan.TicksPerSecond, LongestWait.Ticks)) : usual);
        (held.ClaimedBy, held.ClaimedUntil) = (null, null);
        await db.SaveChangesAsync();
        await work.CommitAsync();
    }

    public async Task Released(ClaimedDigest row)
    {
        await using var db = await factory.CreateDbContextAsync(CancellationToken.None);
        await Held(db, row).Where(one => one.State == SendingState.Claimed)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.State, SendingState.Queued)
                .SetProperty(one => one.ClaimedBy, (Guid?)null).SetProperty(one => one.ClaimedUntil, (DateTimeOffset?)null));
    }

    /// <summary>What a process left behind that died: sent again where nothing had been given away, else unknown.</summary>
    public async Task Recover(CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await db.Whole(() => Recover(db, cancellation), cancellation);
    }

    private async Task Recover(InterviewAgentDb db, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var left = db.DigestSendings.Where(row => row.ClaimedUntil < now && (row.State == SendingState.Claimed || row.State == SendingState.Sending));
        if (!await left.AnyAsync(cancellation))
        {
            return;
        }
        await using var work = await db.Database.BeginTransactionAsync(cancellation);
        await left.Where(row => row.State == SendingState.Claimed && (row.ClaimedBoot == null || row.ClaimedBoot == BootId.Here)).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, SendingState.Queued).SetProperty(row => row.ClaimedBy, (Guid?)null)
            .SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null), cancellation);
        await left.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, SendingState.Unknown).SetProperty(row => row.SentAt, now)
            .SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null), cancellation);
        await work.CommitAsync(cancellation);
    }

    private static IQueryable<DigestSending> Held(InterviewAgentDb db, ClaimedDigest row) => db.DigestSendings.Where(one =>
        one.Id == row.Id && one.ClaimedBy == row.Claim
        && (one.State == SendingState.Claimed || one.State == SendingState.Sending || one.State == SendingState.Unknown));
}
