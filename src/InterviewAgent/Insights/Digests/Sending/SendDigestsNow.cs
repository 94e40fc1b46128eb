using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights.Digests.Sending;

/// <summary>Queues this week's digests and sends them at once: for the command line, which has no server that would.</summary>
public sealed class SendDigestsNow
{
    private readonly InterviewAgentDb db;
    private readonly KeepDigest keep;
    private readonly QueueDigests queue;
    private readonly SendDigestMails mails;
    private readonly SendDigestCards cards;

    internal SendDigestsNow(InterviewAgentDb db, KeepDigest keep, QueueDigests queue, SendDigestMails mails, SendDigestCards cards) =>
        (this.db, this.keep, this.queue, this.mails, this.cards) = (db, keep, queue, mails, cards);

    /// <returns>This week's rows by state.</returns>
    /// <exception cref="BadInputException">Nobody is set to read it.</exception>
    public async Task<IReadOnlyDictionary<SendingState, int>> Run(string? owner, CancellationToken cancellation)
    {
        if (queue.Readers(owner) == 0)
        {
            throw new BadInputException("Settings Digests", owner is null ? "no reader is set" : "no reader of this owner's digest is set",
                $"Set Digests:Recipients, or {DigestOptions.TeamsVariable} in the environment.");
        }
        await queue.Now(owner, cancellation);
        await mails.Run(cancellation);
        await cards.Run(cancellation);
        var week = keep.ThisWeek;
        return await db.DigestSendings.AsNoTracking().Where(row => row.Week == week).GroupBy(row => row.State)
            .Select(state => new { state.Key, Count = state.Count() }).ToDictionaryAsync(state => state.Key, state => state.Count, cancellation);
    }
}
