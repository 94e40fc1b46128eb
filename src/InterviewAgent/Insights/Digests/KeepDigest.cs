using InterviewAgent.Insights.Digests.Sending;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Insights.Digests;

/// <summary>Writes the digest of a week, keeps it once, and finds those that were kept.</summary>
public sealed class KeepDigest(InterviewAgentDb db, LoadDigestFacts load, WriteDigest write, IOptions<DigestOptions> options, TimeProvider clock)
{
    /// <summary>Monday of the week that is now, where the readers are.</summary>
    public DateOnly ThisWeek => options.Value.WeekOf(clock.GetUtcNow());

    /// <summary>As it was kept; else as it would be written now, and nothing is stored.</summary>
    /// <param name="owner">Null: all accounts.</param>
    public async Task<Digest> Preview(string? owner, CancellationToken cancellation = default) =>
        await Find(owner, ThisWeek, cancellation) ?? (await Write(owner, cancellation)).Digest;

    /// <summary>This week's, written and kept by whoever asks first.</summary>
    /// <param name="word">Words it better before it is kept; runs outside of any transaction. Null: as the templates say it.</param>
    public async Task<Digest> Of(string? owner, Func<Digest, DigestFacts, CancellationToken, Task>? word = null, CancellationToken cancellation = default)
    {
        if (await Find(owner, ThisWeek, cancellation) is { } kept)
        {
            return kept;
        }
        var began = clock.GetUtcNow();
        var (digest, facts) = await Write(owner, cancellation);
        if (word is not null)
        {
            await word(digest, facts, cancellation);
        }
        await using var work = await db.BeginAlone("digest", cancellation);
        if (await Find(owner, digest.Week, cancellation) is { } first)
        {
            return first;
        }
        db.Digests.Add(digest);
        await RaiseEvent.Run(db, WebhookEvents.DigestReady, owner, () => DigestReady.Of(digest, facts), digest.CreatedAt, cancellation);
        await db.SaveChangesAsync(cancellation);
        var gone = await TakeOutErased(digest, began, cancellation);
        await work.CommitAsync(cancellation);
        return gone ? (await Find(owner, digest.Week, cancellation))! : digest;
    }

    /// <summary>Null: none was kept for that week.</summary>
    /// <param name="week">Any day of it.</param>
    public async Task<Digest?> Find(string? owner, DateOnly week, CancellationToken cancellation = default)
    {
        var (key, monday) = (DigestAudience.Key(owner), Monday(week));
        return await Kept.SingleOrDefaultAsync(digest => digest.For == key && digest.Week == monday, cancellation);
    }

    /// <summary>The weeks that were kept for them, newest first.</summary>
    public async Task<IReadOnlyList<DateOnly>> Weeks(string? owner, CancellationToken cancellation = default)
    {
        var key = DigestAudience.Key(owner);
        return await db.Digests.AsNoTracking().Where(digest => digest.For == key).OrderByDescending(digest => digest.Week).Select(digest => digest.Week)
            .Take(MostWeeks).ToListAsync(cancellation);
    }

    private const int MostWeeks = 52;

    private IQueryable<Digest> Kept => db.Digests.AsNoTracking().Include(digest => digest.Claims);

    private async Task<(Digest Digest, DigestFacts Facts)> Write(string? owner, CancellationToken cancellation)
    {
        var (key, week) = (DigestAudience.Key(owner), ThisWeek);
        var last = await db.Digests.AsNoTracking().Where(digest => digest.For == key && digest.Week < week).OrderByDescending(digest => digest.Week).FirstOrDefaultAsync(cancellation);
        var facts = await load.Of(owner, week, last, cancellation);
        return (write.From(facts, clock.GetUtcNow()), facts);
    }

    /// <summary>A model may need minutes for its words, and what is erased in that time was in no digest yet. True: something was.</summary>
    private async Task<bool> TakeOutErased(Digest digest, DateTimeOffset began, CancellationToken cancellation)
    {
        var sources = digest.Claims.SelectMany(claim => claim.Sources).Select(source => source.InterviewId).Distinct().ToList();
        var whole = await db.Interviews.Where(interview => sources.Contains(interview.Id)
            && !db.Tombstones.Any(stone => stone.RespondentId == interview.RespondentId && stone.InterviewId == interview.Id)
            && !db.ErasedSentences.Any(gone => gone.InterviewId == interview.Id && gone.At >= began)).Select(interview => interview.Id).ToListAsync(cancellation);
        var erased = sources.Except(whole).ToList();
        foreach (var id in erased)
        {
            await EraseFromDigests.Run(db, id, clock.GetUtcNow(), cancellation);
        }
        return erased.Count > 0;
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
