using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Interviewing.Links;

/// <summary>
/// The six-digit code that lets another device see earlier answers. In a window of 15 minutes at most three codes go out and
/// five tries are taken, so a guesser succeeds with 1 in 200,000 a window. Only an HMAC under the link key is stored: six
/// digits behind a plain hash are found at once.
/// </summary>
public sealed class DeviceCode(InterviewAgentDb db, LinkKeys keys, TimeProvider clock)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private const int MostCodes = 3;
    private const int MostTries = 5;

    /// <summary>A new code, replacing the one before; null when too many were asked for in this window.</summary>
    public async Task<string?> Make(Guid linkId, CancellationToken cancellation)
    {
        var link = await db.Links.SingleAsync(row => row.Id == linkId, cancellation);
        var now = clock.GetUtcNow();
        if (link.CodeFrom is null || now - link.CodeFrom >= Window)
        {
            (link.CodeFrom, link.CodesSent, link.CodeTries) = (now, 0, 0);
        }

        if (link.CodesSent >= MostCodes || link.CodeTries >= MostTries)
        {
            return null;
        }

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        link.CodesSent++;
        link.CodeHash = Hash(linkId, code);
        await db.SaveChangesAsync(cancellation);
        return code;
    }

    /// <summary>True when the code is right; it works once.</summary>
    public async Task<bool> Take(Guid linkId, string? code, CancellationToken cancellation)
    {
        var begins = clock.GetUtcNow() - Window;
        // The try is counted before the code is compared, in one statement: parallel guesses count one by one.
        var counted = await db.Links
            .Where(row => row.Id == linkId && row.CodeHash != null && row.CodeFrom > begins && row.CodeTries < MostTries)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.CodeTries, row => row.CodeTries + 1), cancellation);
        if (counted == 0)
        {
            return false;
        }

        var stored = await db.Links.Where(row => row.Id == linkId).Select(row => row.CodeHash).SingleAsync(cancellation);
        var digits = new string([.. (code ?? "").Where(char.IsAsciiDigit).Take(7)]);
        return stored is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(stored), Encoding.UTF8.GetBytes(Hash(linkId, digits)))
            && await db.Links.Where(row => row.Id == linkId && row.CodeHash == stored)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.CodeHash, (string?)null), cancellation) == 1;
    }

    private string Hash(Guid linkId, string code) =>
        Convert.ToHexStringLower(keys.Sign(keys.Signing, "device code", Encoding.UTF8.GetBytes($"{linkId:N}.{code}"))!);
}
