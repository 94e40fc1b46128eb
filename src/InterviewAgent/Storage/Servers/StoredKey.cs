namespace InterviewAgent.Storage.Servers;

/// <summary>A key that all servers on this store use: what signs links, what encrypts cookies. Written and read through <see cref="KeySeal"/>.</summary>
public sealed class StoredKey
{
    /// <summary>"link/ID" or "session/ID".</summary>
    public required string Name { get; init; }
    public required string Value { get; init; }
    public DateTimeOffset At { get; init; }
}
