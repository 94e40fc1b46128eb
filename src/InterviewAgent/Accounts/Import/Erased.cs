using InterviewAgent.Accounts.Import.Crm;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Accounts.Import;

/// <summary>Who and what was erased: an import must not bring it back.</summary>
internal sealed record Erased(HashSet<Guid> People, HashSet<Guid> Interviews)
{
    public static async Task<Erased> Load(InterviewAgentDb db, CancellationToken cancellation)
    {
        var stones = await db.Tombstones.AsNoTracking().ToListAsync(cancellation);
        return new Erased(
            [.. stones.Where(stone => stone.InterviewId is null).Select(stone => stone.RespondentId)],
            [.. stones.Select(stone => stone.InterviewId).OfType<Guid>()]);
    }

    public bool Holds(Account account, string respondent) =>
        SalesforceId.Forms(account.ExternalId).Any(company => SalesforceId.Forms(respondent).Any(person => People.Contains(ImportedId.Of("respondent", company, person))))
        || account.Respondents.Exists(person => SalesforceId.Same(person.ExternalId, respondent) && People.Contains(person.Id));
}
