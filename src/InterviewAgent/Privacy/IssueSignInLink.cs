using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using InterviewAgent.Storage;

namespace InterviewAgent.Privacy;

/// <summary>Makes a one-time sign-in token for staff. The token leaves here once; the store keeps its hash.</summary>
public sealed class IssueSignInLink(InterviewAgentDb db, TimeProvider clock)
{
    /// <summary>Long enough to walk from a terminal to a browser.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    public const int LongestName = 100;

    private const int TokenBytes = 32;

    /// <summary>Stores the link and returns its token: 43 characters, safe in an address.</summary>
    /// <param name="who">The name under which everything done in the session is audited; 1 to <see cref="LongestName"/> characters.</param>
    /// <exception cref="ArgumentException"><paramref name="who"/> is blank or too long.</exception>
    public async Task<string> For(string who, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        if (who.Length > LongestName)
        {
            throw new ArgumentException($"A name has at most {LongestName} characters.", nameof(who));
        }

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes));
        db.SignInLinks.Add(new SignInLink { TokenHash = Hash(token), Who = who.Trim(), ExpiresAt = clock.GetUtcNow() + Life });
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }

    internal static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
