using InterviewAgent.Storage;
using InterviewAgent.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Accounts;

/// <summary>
/// Something on which the reading of an account rests has changed: one row a change, written in the transaction of the change. The sweep
/// takes away the rows that it saw and no others, so that a change which comes while it reads is read next.
/// </summary>
public sealed class OutdatedAccount
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AccountId { get; init; }

    /// <summary>What changed it, so that its reading is seen as the end of that (<see cref="Spans.Here"/>).</summary>
    public string? TraceParent { get; init; }

    /// <summary>
    /// To be called by every use case that writes what an account's reading, flags or themes rest on: check-in steps, choices, findings, health,
    /// usage, erasures. Saved with the caller's changes.
    /// </summary>
    public static void Mark(InterviewAgentDb db, Guid accountId)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (!db.OutdatedAccounts.Local.Any(mark => mark.AccountId == accountId && db.Entry(mark).State == EntityState.Added))
        {
            db.OutdatedAccounts.Add(new OutdatedAccount { AccountId = accountId, TraceParent = Spans.Here });
        }
    }
}
