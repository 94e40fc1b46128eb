namespace InterviewAgent.Webhooks;

/// <summary>An address that is told of events, by whom it was asked for, and how it takes them.</summary>
public sealed class Webhook
{
    public const int LongestUrl = 2000;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Url { get; init; }

    /// <summary>Names of <see cref="WebhookEvents"/>, separated by a space.</summary>
    public required string Events { get; init; }

    /// <summary>Accounts of this owner only; null: all.</summary>
    public string? Owner { get; init; }

    /// <summary>What signs, as <see cref="SecretSeal"/> wraps it.</summary>
    public required string Secret { get; set; }

    /// <summary>The secret before, which signs too until <see cref="OldSecretUntil"/>.</summary>
    public string? OldSecret { get; set; }
    public DateTimeOffset? OldSecretUntil { get; set; }
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when nothing it was sent was taken; null: the last one was.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>Nothing is sent before then.</summary>
    public DateTimeOffset? RestUntil { get; set; }

    /// <summary>From then on nothing is sent; what happens meanwhile waits until it is resumed.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>"410", or how the last of days of failures ended: a status, never the other side's words.</summary>
    public string? PausedBecause { get; set; }

    public bool Takes(string type, string? owner) => (Owner is null || Owner == owner) && Events.Split(' ').Contains(type);
}
