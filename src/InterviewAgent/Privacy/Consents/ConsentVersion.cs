namespace InterviewAgent.Privacy.Consents;

/// <summary>
/// A text by which respondents were asked for their consent, word for word as it was shown. Another wording, another product's name in
/// it or another number of minutes is another version by itself.
/// </summary>
public sealed class ConsentVersion
{
    /// <summary>SHA-256 of the text's UTF-8, hex: what <see cref="Consent.TextHash"/> points at.</summary>
    public required string Hash { get; init; }
    public required string Text { get; init; }
    public required string Language { get; init; }

    /// <summary>The guide it came from when it was first shown, and the hash of that guide's files.</summary>
    public string? GuideId { get; init; }
    public string? GuideHash { get; init; }
    public DateTimeOffset FirstShownAt { get; init; }
}
