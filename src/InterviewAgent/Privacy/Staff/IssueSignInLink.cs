using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using InterviewAgent.Storage;

namespace InterviewAgent.Privacy.Staff;

/// <summary>Makes a one-time sign-in token for staff. The token leaves here once; the store keeps its hash.</summary>
public sealed class IssueSignInLink(InterviewAgentDb db, TimeProvider clock)
{
    /// <summary>Long enough to walk from a terminal to a browser.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private const int TokenBytes = 32;

    /// <summary>Stores the link and returns its token: 43 characters, safe in an address.</summary>
    /// <exception cref="ArgumentException">The name is blank or longer than <see cref="StaffMember.LongestName"/>.</exception>
    /// <param name="by">Who made it, for the audit.</param>
    public async Task<string> For(StaffMember member, string by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(member);
        if (string.IsNullOrWhiteSpace(member.Who) || member.Who.Length > StaffMember.LongestName)
        {
            throw new ArgumentException($"A name has 1 to {StaffMember.LongestName} characters.", nameof(member));
        }

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        SignInLink link = new() { TokenHash = Hash(token), Who = member.Who.Trim(), Role = member.Role, Owner = member.Owner, ExpiresAt = clock.GetUtcNow() + Life };
        db.SignInLinks.Add(link);
        db.Audit.Add(new AuditEntry { At = clock.GetUtcNow(), Who = by, Did = $"made a sign-in link for {link.Who} as {link.Role.ToString().ToLowerInvariant()}", Subject = link.Id });
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }

    internal static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
