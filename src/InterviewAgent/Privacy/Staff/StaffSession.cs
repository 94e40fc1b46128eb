namespace InterviewAgent.Privacy.Staff;

/// <summary>One sign-in. The cookie holds its id and nothing that decides: role and end are read here at every request.</summary>
public sealed class StaffSession
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Who { get; init; }
    public ViewerRole Role { get; init; }
    public string? Owner { get; init; }

    /// <summary>"link", or the issuer's address.</summary>
    public required string Via { get; init; }
    public DateTimeOffset BeganAt { get; init; }

    /// <summary>Signed out, or revoked.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
