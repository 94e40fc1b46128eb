using InterviewAgent.Insights;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Web.SignIn;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Dashboard.Flags;

/// <summary>Keeps a leader's word that an account should, or should not, have been flagged as it stands today: a regression case of the rule.</summary>
public sealed class SayExample(InterviewAgentDb db, Seen seen, TimeProvider clock)
{
    /// <summary>The same day's word is replaced. False: no such account for them.</summary>
    public async Task<bool> Of(Guid accountId, FlagExpectation expected, string who, CancellationToken cancellationToken)
    {
        if (!await seen.Accounts.AnyAsync(account => account.Id == accountId, cancellationToken))
        {
            return false;
        }
        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var example = await db.FlagExamples.FirstOrDefaultAsync(one => one.AccountId == accountId && one.AsOf == today, cancellationToken);
        if (example is null)
        {
            db.FlagExamples.Add(example = new FlagExample { AccountId = accountId, AsOf = today, SaidBy = who });
        }
        (example.Expected, example.SaidBy, example.SaidAt) = (expected, who, now);
        db.Audit.Add(new AuditEntry { At = now, Who = who, Did = $"said that an account {Say.Expectation(expected)}", Subject = accountId });
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    public async Task Forget(Guid id, string who, CancellationToken cancellationToken)
    {
        var gone = await db.FlagExamples.Where(one => one.Id == id && seen.Accounts.Any(account => account.Id == one.AccountId)).ExecuteDeleteAsync(cancellationToken);
        if (gone == 1)
        {
            db.Audit.Add(new AuditEntry { At = clock.GetUtcNow(), Who = who, Did = "took an example back", Subject = id });
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
