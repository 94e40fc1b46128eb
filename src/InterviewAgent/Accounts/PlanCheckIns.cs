using InterviewAgent.Jobs;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Accounts;

/// <summary>Puts the check-ins that come due on the plan, for the people of accounts in their first five months.</summary>
public sealed class PlanCheckIns(
    IDbContextFactory<InterviewAgentDb> factory, IOptions<CheckInOptions> options, TimeProvider clock) : ISweep
{
    public async Task<int> Run(CancellationToken cancellation)
    {
        await using var db = await factory.CreateDbContextAsync(cancellation);
        await using var transaction = await db.BeginAlone("check-ins", cancellation);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        List<Waiting> waiting = [];
        foreach (var checkpoint in Enum.GetValues<Checkpoint>())
        {
            waiting.AddRange(await Without(db, checkpoint, today, cancellation));
        }

        foreach (var (person, signedOn, known) in waiting.DistinctBy(one => one.Person.Id))
        {
            db.CheckIns.AddRange(CheckInPlan.Missing(signedOn, person, known, options.Value, today));
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

    /// <summary>People who belong on the plan for a checkpoint today and are not there, found by the store: in most rounds nobody.</summary>
    private async Task<IReadOnlyList<Waiting>> Without(InterviewAgentDb db, Checkpoint checkpoint, DateOnly today, CancellationToken cancellation)
    {
        var earliest = today.AddDays(-checkpoint.Days() - options.Value.DaysLate);
        var latest = today.AddDays(-checkpoint.Days() + options.Value.DaysAhead);
        List<Role> inA = [.. Enum.GetValues<Role>().Where(role => options.Value.Asks(role, Panel.A, checkpoint))];
        List<Role> inB = [.. Enum.GetValues<Role>().Where(role => options.Value.Asks(role, Panel.B, checkpoint))];
        return await (
            from account in db.Accounts
            where account.ContractSignedOn >= earliest && account.ContractSignedOn <= latest
            from person in account.Respondents
            where person.NoContactFrom == null && (person.Panel == Panel.A ? inA.Contains(person.Role) : inB.Contains(person.Role))
                && !db.CheckIns.Any(checkIn => checkIn.RespondentId == person.Id && checkIn.Checkpoint == checkpoint)
                && !db.Tombstones.Any(stone => stone.RespondentId == person.Id && stone.InterviewId == null)
            select new Waiting(person, account.ContractSignedOn, db.CheckIns.Where(checkIn => checkIn.RespondentId == person.Id).ToList()))
            .AsNoTracking().ToListAsync(cancellation);
    }

    /// <param name="Known">All check-ins that the person has.</param>
    private sealed record Waiting(Respondent Person, DateOnly SignedOn, List<CheckIn> Known);
}
