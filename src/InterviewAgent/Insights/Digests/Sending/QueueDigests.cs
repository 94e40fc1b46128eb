using InterviewAgent.Jobs;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Insights.Digests.Sending;

/// <summary>On Mondays: a row for each recipient of the week's digests. Whoever has one already, or wants none, gets no other.</summary>
public sealed class QueueDigests(InterviewAgentDb db, KeepDigest keep, WordDigest word, TeamsAddress teams, IOptions<DigestOptions> options, TimeProvider clock) : ISweep
{
    public Task<int> Run(CancellationToken cancellation) =>
        options.Value.Automatic && options.Value.IsDue(clock.GetUtcNow()) ? Now(null, cancellation) : Task.FromResult(0);

    /// <summary>How many places this week's go to.</summary>
    public int Readers(string? owner = null) => Wanted().Count(one => owner is null || one.Owner == owner);

    /// <summary>Queues this week's for all who have not got it, whatever the hour.</summary>
    /// <param name="owner">Only for readers of this owner's digest; null: for all readers.</param>
    /// <returns>How many were queued.</returns>
    public async Task<int> Now(string? owner, CancellationToken cancellation = default)
    {
        var (week, now) = (keep.ThisWeek, clock.GetUtcNow());
        var had = (await db.DigestSendings.AsNoTracking().Where(row => row.Week == week).Select(row => new { row.Channel, row.Address }).ToListAsync(cancellation))
            .Select(row => (row.Channel, row.Address)).ToHashSet();
        var refused = await db.DigestRefusals.AsNoTracking().Select(row => row.Address).ToListAsync(cancellation);
        var wanted = Wanted().Where(one => !had.Contains((one.Channel, one.Address)) && !refused.Contains(one.Address) && (owner is null || one.Owner == owner)).ToList();
        var queued = 0;
        foreach (var one in wanted)
        {
            // Writing may ask a model, which is never done inside a transaction.
            var digest = await keep.Of(one.Owner, word.Run, cancellation);
            queued += await Queue(new DigestSending { DigestId = digest.Id, Week = week, Channel = one.Channel, Address = one.Address, CreatedAt = now, NextAt = now }, cancellation);
        }
        return queued;
    }

    private async Task<int> Queue(DigestSending row, CancellationToken cancellation)
    {
        await using var work = await db.BeginAlone("digest", cancellation);
        if (await db.DigestSendings.AnyAsync(other => other.Week == row.Week && other.Channel == row.Channel && other.Address == row.Address, cancellation))
        {
            return 0;
        }
        db.DigestSendings.Add(row);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return 1;
    }

    private IEnumerable<(DigestChannel Channel, string Address, string? Owner)> Wanted()
    {
        foreach (var recipient in options.Value.Recipients)
        {
            yield return (DigestChannel.Mail, recipient.Address, recipient.Of);
        }
        if (teams.IsSet)
        {
            yield return (DigestChannel.Teams, TeamsAddress.Name, options.Value.TeamsOwner.Length == 0 ? null : options.Value.TeamsOwner);
        }
    }
}
