using System.Security.Cryptography;
using System.Text;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing.Links;

/// <summary>
/// A code that connects a chat of another channel with the respondent of a personal link: shown on the page behind the link, typed
/// into the chat, good once and for 15 minutes. Ten characters of 32 are 50 bits, so guessing needs no counter; only an HMAC under
/// the link key is stored.
/// </summary>
public sealed class PairingCode(InterviewAgentDb db, LinkKeys keys, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);
    private const int Length = 10;

    /// <summary>Without I, L, O and U, which are misread (Crockford's base 32).</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>A new code in two groups of five, replacing the link's last one.</summary>
    public async Task<string> Make(Guid linkId, CancellationToken cancellation)
    {
        string code;
        do
        {
            code = RandomNumberGenerator.GetString(Alphabet, Length);
        }
        while (!code.Any(char.IsAsciiDigit)); // One in 45: without a digit it could be a word.

        var (hash, until) = (Hash(code), clock.GetUtcNow() + Life);
        await db.Links.Where(row => row.Id == linkId).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.PairingHash, hash).SetProperty(row => row.PairingUntil, until), cancellation);
        return $"{code[..5]}-{code[5..]}";
    }

    /// <summary>Whether the text could be such a code, as people type it: any case, with or without the hyphen.</summary>
    public static bool Looks(string? text) => Plain(text) is not null;

    /// <summary>The link whose code this is; null: no good link has it. It works once.</summary>
    public async Task<Link?> Take(string? text, CancellationToken cancellation)
    {
        if (Plain(text) is not { } code)
        {
            return null;
        }

        var (hash, now) = (Hash(code), clock.GetUtcNow());
        var link = await db.Links.AsNoTracking().FirstOrDefaultAsync(
            row => row.PairingHash == hash && row.PairingUntil > now && row.RevokedAt == null && row.ExpiresAt > now, cancellation);
        return link is not null && await db.Links.Where(row => row.Id == link.Id && row.PairingHash == hash)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.PairingHash, (string?)null), cancellation) == 1 ? link : null;
    }

    private static string? Plain(string? text)
    {
        if (text is not { Length: >= Length and <= 2 * Length })
        {
            return null;
        }

        var code = text.Trim().Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return code.Length == Length && code.All(Alphabet.Contains) && code.Any(char.IsAsciiDigit) ? code : null;
    }

    private string Hash(string code) => Convert.ToHexStringLower(keys.Sign(keys.Signing, "pairing code", Encoding.ASCII.GetBytes(code))!);
}
