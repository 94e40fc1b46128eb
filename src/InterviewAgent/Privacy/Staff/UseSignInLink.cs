using System.Security.Cryptography;
using System.Text;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy.Staff;

/// <summary>Turns a sign-in token into the person it was made for, once.</summary>
public sealed class UseSignInLink(InterviewAgentDb db, TimeProvider clock)
{
    /// <summary>For whom the link was issued; null when the token is unknown, used or too old, which nobody is told apart.</summary>
    public async Task<StaffMember?> Take(string token, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(token);
        var hash = IssueSignInLink.Hash(token);
        var link = await db.SignInLinks.AsNoTracking().FirstOrDefaultAsync(row => row.TokenHash == hash, cancellationToken);
        // The index finds by hash, so its timing tells nothing of a token; the comparison that decides is constant-time all the same.
        if (link is null || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(link.TokenHash), Encoding.ASCII.GetBytes(hash)))
        {
            return null;
        }

        // One statement decides: of two who press the button at once, one gets in.
        var now = clock.GetUtcNow();
        var taken = await db.SignInLinks
            .Where(row => row.Id == link.Id && row.UsedAt == null && row.ExpiresAt > now)
            .ExecuteUpdateAsync(row => row.SetProperty(item => item.UsedAt, now), cancellationToken);
        return taken == 1 ? new StaffMember(link.Who, link.Role, link.Owner) : null;
    }
}
