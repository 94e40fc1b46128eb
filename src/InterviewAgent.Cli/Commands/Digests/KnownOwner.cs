using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Cli.Commands.Digests;

/// <summary>A name that owns no account is a slip of the finger: its digest would be empty and look like good news.</summary>
internal static class KnownOwner
{
    public static async Task Check(InterviewAgentDb db, string? owner, string place, CancellationToken cancellation)
    {
        if (owner is null || await db.Accounts.AnyAsync(account => account.Owner == owner, cancellation))
        {
            return;
        }
        var known = await db.Accounts.Where(account => account.Owner != null).Select(account => account.Owner!).Distinct().Order().Take(10).ToListAsync(cancellation);
        throw new BadInputException(place, $"nobody named '{Terminal.Plain(owner)}' owns an account",
            known.Count == 0 ? "No account has an owner: import the column owner." : $"Owners are: {Terminal.Plain(string.Join(", ", known))}.");
    }
}
