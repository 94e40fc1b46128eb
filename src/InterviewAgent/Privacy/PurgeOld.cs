using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Jobs;
using InterviewAgent.Privacy.Erasures;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Privacy;

/// <summary>Removes check-ins that are older than the setting keeps them, with all that was said in them: a transaction for each batch, until none is left.</summary>
public sealed class PurgeOld(InterviewAgentDb db, KeepErasures keep, IOptions<PrivacyOptions> options, TimeProvider clock) : ISweep
{
    private const int Batch = 50;

    /// <summary>Check-ins that were due before this day go; null: everything is kept.</summary>
    public DateOnly? Before => options.Value.RetentionDays is > 0 and var days
        ? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-days) : null;

    /// <summary>How many check-ins and interviews would go now.</summary>
    public async Task<(int CheckIns, int Interviews)> Count(CancellationToken cancellation = default) => Before is not { } before ? (0, 0) :
        (await db.CheckIns.CountAsync(checkIn => checkIn.Due < before, cancellation),
         await db.Interviews.CountAsync(interview => db.CheckIns.Any(checkIn => checkIn.Id == interview.CheckInId && checkIn.Due < before), cancellation));

    /// <summary>All of it now, because somebody asked.</summary>
    /// <param name="who">Who asked for it, for the audit.</param>
    /// <returns>How many check-ins went.</returns>
    public async Task<int> All(string who, CancellationToken cancellation = default)
    {
        var all = await Run(cancellation);
        db.Audit.Add(new AuditEntry { At = clock.GetUtcNow(), Who = who, Did = $"removed {all} check-ins that were older than they are kept" });
        await db.SaveChangesAsync(cancellation);
        return all;
    }

    public async Task<int> Run(CancellationToken cancellation)
    {
        await db.ApiReplies.Where(reply => reply.At < clock.GetUtcNow().AddDays(-1)).ExecuteDeleteAsync(cancellation);
        if (Before is not { } before)
        {
            return 0;
        }
        var all = 0;
        while (await Next(before, cancellation) is > 0 and var gone)
        {
            all += gone;
        }
        await ForgetConsentTexts(before, cancellation);
        if (all > 0)
        {
            await keep.Run(cancellation);
        }
        return all;
    }

    private async Task<int> Next(DateOnly before, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        if (!await db.CheckIns.AnyAsync(checkIn => checkIn.Due < before, cancellation))
        {
            return 0;
        }
        await using var transaction = await db.TryBeginAlone("retention", cancellation);
        if (transaction is null)
        {
            return 0;
        }
        var old = await db.CheckIns.Where(checkIn => checkIn.Due < before).OrderBy(checkIn => checkIn.Due).Take(Batch).ToListAsync(cancellation);
        var ids = old.ConvertAll(checkIn => checkIn.Id);
        foreach (var interview in await db.Interviews.Where(interview => ids.Contains(interview.CheckInId)).ToListAsync(cancellation))
        {
            await EraseInterview.Run(db, interview, "retention", clock.GetUtcNow(), cancellation);
        }
        await db.Consents.Where(consent => db.Interviews.Any(interview => interview.Id == consent.InterviewId && ids.Contains(interview.CheckInId)))
            .ExecuteDeleteAsync(cancellation);
        db.CheckIns.RemoveRange(old); // Takes the interview's row, the links and the invitations with it.
        old.ForEach(checkIn => OutdatedAccount.Mark(db, checkIn.AccountId));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return old.Count;
    }

    /// <summary>A text stays as long as anybody's consent refers to it.</summary>
    private Task<int> ForgetConsentTexts(DateOnly before, CancellationToken cancellation)
    {
        var shown = new DateTimeOffset(before.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return db.ConsentVersions.Where(version => version.FirstShownAt < shown && !db.Consents.Any(consent => consent.TextHash == version.Hash))
            .ExecuteDeleteAsync(cancellation);
    }
}
