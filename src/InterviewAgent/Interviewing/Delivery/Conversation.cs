namespace InterviewAgent.Interviewing.Delivery;

/// <summary>
/// Where a respondent is reached over a channel that must be called, such as Teams. The web chat has none: its pages read
/// the turns themselves.
/// </summary>
public sealed class Conversation
{
    /// <summary>Why it was stopped, and its messages: the respondent has taken it away, with what stood in it.</summary>
    public const string Uninstalled = "uninstalled";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null until the channel's user is known to be a respondent; an unknown user is greeted and asked nothing.</summary>
    public Guid? RespondentId { get; set; }
    public Guid? AccountId { get; set; }

    /// <summary>The channel's name on the wire, such as "msteams".</summary>
    public required string Channel { get; init; }

    /// <summary>The customer's directory; what the channel counts its limits by.</summary>
    public string? TenantId { get; set; }

    /// <summary>Where the channel is called; renewed from every activity that comes in.</summary>
    public required string ServiceUrl { get; set; }

    /// <summary>The channel's id; null: the user is known and the conversation is made with the first message to them.</summary>
    public string? ChannelConversationId { get; set; }

    /// <summary>The channel's id of the user, in Teams "29:…", different for every bot.</summary>
    public string? UserId { get; set; }

    /// <summary>The directory's id of the person, in Teams aadObjectId: the same for every bot of the tenant.</summary>
    public string? DirectoryUserId { get; set; }

    /// <summary>The channel's id of ourselves in this conversation, in Teams "28:…".</summary>
    public required string BotId { get; set; }
    public string? Locale { get; set; }

    /// <summary>Said hello; install events come in any order and twice.</summary>
    public bool Greeted { get; set; }

    /// <summary>Nothing is sent from then on: uninstalled, blocked or gone, as <see cref="StoppedWhy"/> says. The web link remains.</summary>
    public DateTimeOffset? StoppedAt { get; set; }
    public string? StoppedWhy { get; set; }

    /// <summary>When the respondent was last heard here; of several conversations the latest is used.</summary>
    public DateTimeOffset? HeardAt { get; set; }

    /// <summary>The server that holds an open call into which what is said here goes, and until when at most; no other one sends it meanwhile.</summary>
    public Guid? CalledBy { get; set; }
    public DateTimeOffset? CalledUntil { get; set; }

    /// <summary>What else the channel's adapter wants to keep.</summary>
    public string? Json { get; set; }
}
