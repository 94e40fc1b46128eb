using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Accounts.Import;

/// <summary>An account with all that an import may change, and the check-ins of its people.</summary>
internal sealed record LoadedAccount(Account Account, List<CheckIn> CheckIns, bool IsNew = false)
{
    /// <summary>Null when no account has this external id, as it is or in the other form of a Salesforce id; it keeps the one it is stored by.</summary>
    public static async Task<LoadedAccount?> Find(InterviewAgentDb db, string externalId, CancellationToken cancellation)
    {
        foreach (var form in Crm.SalesforceId.Forms(externalId))
        {
            if (await Stored(db, form, cancellation) is { } loaded)
            {
                return loaded;
            }
        }
        return null;
    }

    private static async Task<LoadedAccount?> Stored(InterviewAgentDb db, string externalId, CancellationToken cancellation)
    {
        var account = await db.Accounts
            .Include(found => found.Respondents).Include(found => found.Promises)
            .Include(found => found.Health).Include(found => found.Usage)
            .SingleOrDefaultAsync(found => found.ExternalId == externalId, cancellation);
        return account is null ? null : new LoadedAccount(
            account, await db.CheckIns.Where(checkIn => checkIn.AccountId == account.Id).ToListAsync(cancellation));
    }

    public static LoadedAccount New(InterviewAgentDb db, AccountRow row)
    {
        Account account = new() { ExternalId = row.Id, Name = row.Name ?? row.Id };
        db.Accounts.Add(account);
        return new LoadedAccount(account, [], IsNew: true);
    }

    /// <summary>The check-in of this person at this checkpoint, made if there is none.</summary>
    public CheckIn CheckIn(InterviewAgentDb db, Respondent person, Checkpoint checkpoint, DateOnly due)
    {
        var checkIn = CheckIns.Find(known => known.RespondentId == person.Id && known.Checkpoint == checkpoint);
        if (checkIn is null)
        {
            checkIn = new CheckIn { AccountId = Account.Id, RespondentId = person.Id, Checkpoint = checkpoint, Due = due };
            db.CheckIns.Add(checkIn);
            CheckIns.Add(checkIn);
        }

        return checkIn;
    }

    public Checkpoint CheckpointOf(DateOnly due) =>
        CheckpointDays.Nearest(due.DayNumber - Account.ContractSignedOn.DayNumber);

    public IEnumerable<Checkpoint> Heard(Guid respondentId) =>
        CheckIns.Where(checkIn => checkIn.RespondentId == respondentId).Select(checkIn => checkIn.Checkpoint);
}
