using InterviewAgent.Insights.SubThemes;
using InterviewAgent.Jobs;
using InterviewAgent.Storage;
using InterviewAgent.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights;

/// <summary>
/// Reads again every account that is marked as changed, one transaction each. A new interview costs its own account and no other,
/// however many there are.
/// </summary>
public sealed class ReadVoices(IDbContextFactory<InterviewAgentDb> factory, ReadWords words, TimeProvider clock) : ISweep
{
    private const int Batch = 200;

    /// <summary>How many accounts were read; 0 means that nothing is out of date.</summary>
    /// <exception cref="AggregateException">Some could not be read; all others were.</exception>
    public async Task<int> Run(CancellationToken cancellation)
    {
        IReadOnlyList<Guid> outdated;
        await using (var db = await factory.CreateDbContextAsync(cancellation))
        {
            outdated = await Marked(db, Batch, cancellation);
        }
        await EachAlone.Do(outdated, account => Read(account, cancellation));
        return outdated.Count;
    }

    /// <summary>What was last read of an account; null: nothing yet.</summary>
    public static AccountReading? Stored(VoiceReading? row) => ReadAgain.Stored(row);

    /// <summary>Accounts of the oldest marks.</summary>
    internal static async Task<IReadOnlyList<Guid>> Marked(InterviewAgentDb db, int most, CancellationToken cancellation) =>
        [.. (await db.OutdatedAccounts.OrderBy(mark => mark.Id).Select(mark => mark.AccountId).Take(most).ToListAsync(cancellation)).Distinct()];

    /// <summary>What changed the account, the last change first; empty while nobody listens.</summary>
    private static async Task<IReadOnlyList<string?>> Causes(InterviewAgentDb db, Guid accountId, CancellationToken cancellation) => !Spans.AreHeard ? []
        : await db.OutdatedAccounts.Where(mark => mark.AccountId == accountId && mark.TraceParent != null)
            .OrderByDescending(mark => mark.Id).Select(mark => mark.TraceParent).Take(32).ToListAsync(cancellation);

    private async Task Read(Guid accountId, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        await db.Whole(() => Read(db, accountId, cancellationToken), cancellationToken);
    }

    private async Task Read(InterviewAgentDb db, Guid accountId, CancellationToken cancellationToken)
    {
        // Another server is at it, or was while this one came: what it saw is read, and what it did not see keeps its mark.
        await using var transaction = await db.TryBeginAlone($"account {accountId:N}", cancellationToken);
        if (transaction is null || !await db.OutdatedAccounts.AnyAsync(mark => mark.AccountId == accountId, cancellationToken))
        {
            return;
        }
        var causes = await Causes(db, accountId, cancellationToken);
        using var span = Spans.GoOn("read account", causes is [var last, ..] ? last : null, others: causes);
        span?.SetTag("account.id", accountId.ToString());
        await new ReadAgain(db, words, clock).Of(accountId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
