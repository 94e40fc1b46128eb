using InterviewAgent.Interviewing.Links;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights.Digests.Sending;

/// <summary>Takes "no more of these" from the reader whose mail it was.</summary>
public sealed class Unsubscribe(InterviewAgentDb db, LinkToken tokens, TimeProvider clock)
{
    /// <summary>Null: the token is none of ours, or its row is gone.</summary>
    public async Task<string?> Find(string? token, CancellationToken cancellation) => tokens.Read(token, ComposeDigestMail.Purpose) is { } id
        ? await db.DigestSendings.AsNoTracking().Where(row => row.Id == id && row.Channel == DigestChannel.Mail).Select(row => row.Address).SingleOrDefaultAsync(cancellation)
        : null;

    /// <summary>Twice is once.</summary>
    public Task Run(string address, CancellationToken cancellation) => db.Whole(() => Once(address, cancellation), cancellation);

    private async Task Once(string address, CancellationToken cancellation)
    {
        await using var work = await db.Database.BeginTransactionAsync(cancellation);
        if (!await db.DigestRefusals.AnyAsync(row => row.Address == address, cancellation))
        {
            db.DigestRefusals.Add(new DigestRefusal { Address = address, At = clock.GetUtcNow() });
            db.Audit.Add(new Privacy.AuditEntry { At = clock.GetUtcNow(), Who = address, Did = "unsubscribed from the digest" });
            await db.SaveChangesAsync(cancellation);
        }
        await work.CommitAsync(cancellation);
    }
}
