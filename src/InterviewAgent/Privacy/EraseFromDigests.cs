using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy;

/// <summary>
/// Takes the sentences out of kept digests that rested on an interview's words, and leaves a note in their place. A count of five people in three
/// accounts and more stays as it was shown, without a link to these words. Runs in the caller's transaction.
/// </summary>
internal static class EraseFromDigests
{
    public static async Task Run(InterviewAgentDb db, Guid interviewId, DateTimeOffset now, CancellationToken cancellation)
    {
        var rested = db.DigestSources.Where(source => source.InterviewId == interviewId).Select(source => source.ClaimId);
        await db.DigestClaims.Where(claim => rested.Contains(claim.Id)).ExecuteUpdateAsync(set => set
            .SetProperty(claim => claim.Text, "").SetProperty(claim => claim.Detail, (string?)null).SetProperty(claim => claim.Turn, (string?)null)
            .SetProperty(claim => claim.Rests, new List<Guid>()).SetProperty(claim => claim.GoneAt, now), cancellation);
        await db.DigestSources.Where(source => source.InterviewId == interviewId).ExecuteDeleteAsync(cancellation);
        var link = $"/interviews/{interviewId}#";
        await db.DigestClaims.Where(claim => claim.Turn != null && claim.Turn.StartsWith(link)).ExecuteUpdateAsync(
            set => set.SetProperty(claim => claim.Turn, (string?)null), cancellation);
    }
}
