using InterviewAgent.Jobs;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Accounts;

/// <summary>Puts the check-ins that come due on the plan, for every account inside its first five months.</summary>
public sealed class PlanCheckIns(
    IDbContextFactory<InterviewAgentDb> factory, IOptions<CheckInOptions> options, TimeProvider clock) : ISweep
{
    public async Task<int> Run(CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await using var transaction = await db.BeginAlone("check-ins", cancellation);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var earliest = today.AddDays(-Checkpoint.Month5.Days() - options.Value.DaysLate);
        var latest = today.AddDays(options.Value.DaysAhead);
        var accounts = db.Accounts.Where(account => account.ContractSignedOn >= earliest && account.ContractSignedOn <= latest);
        var signed = await accounts.ToDictionaryAsync(account => account.Id, account => account.ContractSignedOn, cancellation);
        var people = await accounts.SelectMany(account => account.Respondents)
            .Where(person => person.NoContactFrom == null)
            .Where(person => !db.Tombstones.Any(stone => stone.RespondentId == person.Id && stone.InterviewId == null))
            .AsNoTracking().ToListAsync(cancellation);
        var known = (await db.CheckIns.AsNoTracking()
                .Where(checkIn => accounts.Any(account => account.Id == checkIn.AccountId)).ToListAsync(cancellation))
            .ToLookup(checkIn => checkIn.RespondentId);
        foreach (var person in people)
        {
            db.CheckIns.AddRange(
                CheckInPlan.Missing(signed[person.AccountId], person, [.. known[person.Id]], options.Value, today));
        }

        var made = db.CheckIns.Local.Count;
        foreach (var accountId in db.CheckIns.Local.Select(checkIn => checkIn.AccountId).Distinct().ToList())
        {
            OutdatedAccount.Mark(db, accountId);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return made;
    }
}
