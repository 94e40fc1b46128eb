namespace InterviewAgent.Storage.Servers;

/// <summary>A server that works on this store, and when it last said so.</summary>
public sealed class LiveServer
{
    public Guid Id { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset SeenAt { get; set; }
}
