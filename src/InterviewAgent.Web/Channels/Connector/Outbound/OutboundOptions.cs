using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>Section "Connector:Outbound": how the channel is called.</summary>
internal sealed class OutboundOptions
{
    /// <summary>Longest wait for the channel's answer to one call.</summary>
    [Range(1, 60)]
    public int TimeoutSeconds { get; set; } = 8;

    /// <summary>Tries within one sending, the first among them; after that the message waits in the outbox.</summary>
    [Range(1, 10)]
    public int Tries { get; set; } = 3;

    /// <summary>How long a claimed message is its sender's; then the sender is taken for dead and the outcome for unknown. In the last quarter no sending begins.</summary>
    [Range(10, 600)]
    public int LeaseSeconds { get; set; } = 45;

    /// <summary>Messages on their way at once, all conversations together; of one conversation it is always one.</summary>
    [Range(1, 1000)]
    public int MostInFlight { get; set; } = 64;

    /// <summary>Teams takes 60 messages of a bot in 30 seconds in one conversation: so many at once, and so many a second after that.</summary>
    [Range(1, 1000)]
    public int ConversationBurst { get; set; } = 60;
    [Range(0.01, 1000)]
    public double ConversationPerSecond { get; set; } = 2;

    /// <summary>Messages a second to one tenant that answer nobody; Teams takes 30 of an app. Replies come as fast as people answer.</summary>
    [Range(1, 10_000)]
    public int TenantPerSecond { get; set; } = 30;
}
