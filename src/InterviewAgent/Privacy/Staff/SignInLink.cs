namespace InterviewAgent.Privacy.Staff;

/// <summary>A one-time link for staff. Only a hash of the token is stored; the link works once and for minutes.</summary>
public sealed class SignInLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of the token, hex.</summary>
    public required string TokenHash { get; init; }
    public required string Who { get; init; }
    public ViewerRole Role { get; init; }
    public string? Owner { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
}
