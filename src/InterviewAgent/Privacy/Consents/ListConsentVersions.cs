using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy.Consents;

/// <summary>Every text that was shown, newest first, with how many agreed to it and still stand in the store.</summary>
public sealed class ListConsentVersions(InterviewAgentDb db)
{
    public async Task<IReadOnlyList<CountedConsentVersion>> Run(CancellationToken cancellation = default)
    {
        var counts = await db.Consents.GroupBy(consent => consent.TextHash).Select(of => new { Hash = of.Key, Agreed = of.Count() })
            .ToDictionaryAsync(of => of.Hash, of => of.Agreed, cancellation);
        var versions = await db.ConsentVersions.AsNoTracking().OrderByDescending(version => version.FirstShownAt).ThenBy(version => version.Hash).ToListAsync(cancellation);
        return [.. versions.Select(version => new CountedConsentVersion(version.Hash, version.Text, version.Language, version.GuideId, version.GuideHash, version.FirstShownAt,
                counts.GetValueOrDefault(version.Hash))),
            .. counts.Where(of => versions.TrueForAll(version => version.Hash != of.Key)).OrderBy(of => of.Key, StringComparer.Ordinal)
                .Select(of => new CountedConsentVersion(of.Key, null, null, null, null, null, of.Value))];
    }
}

/// <param name="Text">Null: agreed to before texts were kept; it stands in the transcripts of those interviews.</param>
/// <param name="Agreed">Consents that point at it.</param>
public sealed record CountedConsentVersion(
    string Hash, string? Text, string? Language, string? GuideId, string? GuideHash, DateTimeOffset? FirstShownAt, int Agreed);
