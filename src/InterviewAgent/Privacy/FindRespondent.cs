using InterviewAgent.Accounts;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy;

/// <summary>A person as somebody outside names them: our id, their mail address, their whole name, or the customer's own id of them.</summary>
public sealed class FindRespondent(InterviewAgentDb db)
{
    /// <summary>All who answer to that name; an address, a name or a customer's id can stand for several people.</summary>
    public async Task<IReadOnlyList<FoundRespondent>> Called(string name, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        name = name.Trim();
        var id = Guid.TryParse(name, out var known) ? known : (Guid?)null;
        var address = name.ToUpperInvariant();
        return await (from person in db.Respondents.AsNoTracking()
                      join account in db.Accounts on person.AccountId equals account.Id
#pragma warning disable CA1862, CA1304, CA1311 // Translated to SQL, where there is no culture.
                      where id != null ? person.Id == id : person.ExternalId == name || person.Email != null && person.Email.ToUpper() == address
                          || person.Name != null && (person.Name == name || person.Name.ToUpper() == address)
#pragma warning restore CA1862, CA1304, CA1311
                      orderby account.Name, person.ExternalId
                      select new FoundRespondent(person.Id, account.Name, person.ExternalId, person.Role)).ToListAsync(cancellation);
    }
}

public sealed record FoundRespondent(Guid Id, string Account, string ExternalId, Role Role);
