using System.Linq.Expressions;

namespace InterviewAgent.Privacy.Audit;

/// <summary>What an entry of the audit is about, told by its first words: who did something writes them, and these are all there are.</summary>
/// <param name="Name">As it stands in an address, such as "erasures".</param>
/// <param name="Label">For a person to choose from.</param>
public sealed record AuditKind(string Name, string Label, Expression<Func<AuditEntry, bool>> Covers)
{
    public static readonly IReadOnlyList<AuditKind> All =
    [
        new("transcripts", "transcripts opened", entry => entry.Did.StartsWith("opened a transcript")),
        new("exports", "exports", entry => entry.Did.StartsWith("exported ")),
        new("erasures", "erasures", entry => entry.Did.StartsWith("erased ") || entry.Did.StartsWith("deleted ") || entry.Did.StartsWith("removed ") && entry.Did.Contains(" check-ins ")),
        new("sign-ins", "sign-ins", entry => entry.Did.StartsWith("signed in") || entry.Did.StartsWith("made a sign-in link")),
        new("sessions", "sessions ended", entry => entry.Did.StartsWith("revoked ") && entry.Did.Contains(" sessions of ")),
        new("keys", "API keys", entry => entry.Did.EndsWith(" an API key")),
        new("webhooks", "webhooks", entry => entry.Did.Contains(" webhook")),
        new("flags", "flags and examples", entry => entry.Did.Contains(" a flag") || entry.Did.Contains(" example ") || entry.Did.StartsWith("said that an account")),
        new("respondents", "what respondents chose", entry => entry.Who == "respondent"),
    ];
}
