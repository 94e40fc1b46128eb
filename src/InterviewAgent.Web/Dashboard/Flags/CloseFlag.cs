using InterviewAgent.Insights;
using InterviewAgent.Insights.Summaries;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Flags;

/// <summary>Writes down what became of a flag. The first word stands: a second press changes nothing.</summary>
public sealed class CloseFlag(InterviewAgentDb db, Seen seen, SummariseAccount summarise, TimeProvider clock)
{
    public async Task With(Guid id, FlagOutcome outcome, string who, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var work = await db.Database.BeginTransactionAsync(cancellationToken);
        var closed = await db.Flags.Where(flag => flag.Id == id && seen.Accounts.Any(account => account.Id == flag.AccountId) && flag.Outcome == null && flag.ClosedAt == null).ExecuteUpdateAsync(
            flag => flag.SetProperty(row => row.Outcome, outcome).SetProperty(row => row.ClosedAt, now), cancellationToken);
        if (closed == 1)
        {
            db.Audit.Add(new AuditEntry { At = now, Who = who, Did = $"closed a flag: {Say.Outcome(outcome)}", Subject = id });
            await Kept(id, cancellationToken);
        }
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>Undoes a slip of the finger.</summary>
    public async Task Reopen(Guid id, string who, CancellationToken cancellationToken)
    {
        await using var work = await db.Database.BeginTransactionAsync(cancellationToken);
        var opened = await db.Flags.Where(flag => flag.Id == id && seen.Accounts.Any(account => account.Id == flag.AccountId) && flag.Outcome != null).ExecuteUpdateAsync(
            flag => flag.SetProperty(row => row.Outcome, (FlagOutcome?)null).SetProperty(row => row.ClosedAt, (DateTimeOffset?)null),
            cancellationToken);
        if (opened == 1)
        {
            db.Audit.Add(new AuditEntry { At = clock.GetUtcNow(), Who = who, Did = "reopened a flag", Subject = id });
            await Kept(id, cancellationToken);
        }
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>The account's line in the lists says at once whether a flag is open.</summary>
    private async Task Kept(Guid id, CancellationToken cancellationToken) => await summarise.Of(
        await db.Flags.Where(flag => flag.Id == id).Select(flag => flag.AccountId).SingleAsync(cancellationToken), cancellationToken);
}
