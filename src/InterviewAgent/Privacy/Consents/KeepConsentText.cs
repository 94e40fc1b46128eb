using System.Security.Cryptography;
using System.Text;
using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Privacy.Consents;

/// <summary>
/// Keeps each consent text when it is first shown, and again when somebody agrees to it, should retention have removed it in between. In
/// the caller's transaction; of two who show a new text at once, the second finds it on the repeat that every interview's work has.
/// </summary>
internal static class KeepConsentText
{
    internal static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <returns>The version's hash.</returns>
    internal static async Task<string> Of(InterviewAgentDb db, Interview interview, string text, DateTimeOffset now, CancellationToken cancellation)
    {
        var hash = HashOf(text);
        if (!await db.ConsentVersions.AnyAsync(version => version.Hash == hash, cancellation))
        {
            db.ConsentVersions.Add(new ConsentVersion
            {
                Hash = hash, Text = text, Language = interview.Language, GuideId = interview.GuideId, GuideHash = interview.GuideHash, FirstShownAt = now,
            });
        }
        return hash;
    }
}
