using InterviewAgent.Accounts;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>What the governor knows of one check-in and its person.</summary>
public sealed record Candidate
{
    public required Guid CheckInId { get; init; }
    public required Guid AccountId { get; init; }
    public required Guid RespondentId { get; init; }
    public Side Side { get; init; }

    /// <summary>A day of the person's own calendar.</summary>
    public DateOnly Due { get; init; }
    public string? TimeZone { get; init; }

    /// <summary>Why this check-in is over for good; null while it is open.</summary>
    public Reason? Closed { get; init; }

    /// <summary>There is a channel by which the person can be reached.</summary>
    public bool Reachable { get; init; } = true;

    /// <summary>"Not now", until then.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>When the invitation to this check-in went out, by whatever hand; null: not yet.</summary>
    public DateTimeOffset? InvitedAt { get; init; }

    /// <summary>Kinds that were sent or are being sent.</summary>
    public IReadOnlySet<InvitationKind> Asked { get; init; } = new HashSet<InvitationKind>();

    /// <summary>There is a refused row beside them: its address was mended, and it may be asked again.</summary>
    public bool WasRefused { get; init; }

    /// <summary>One of them is still on its way.</summary>
    public bool OnItsWay { get; init; }

    /// <summary>The last time this person was invited to, or spoke in, another check-in.</summary>
    public DateTimeOffset? OtherAsked { get; init; }
}

/// <summary>What was asked of an account lately.</summary>
/// <param name="People">People of the account who may be asked at all.</param>
/// <param name="BuyersAsked">People of the buyer side who were invited within the last seven days.</param>
/// <param name="UsersAsked">The same of the user side.</param>
public sealed record AccountBurden(int People, int BuyersAsked = 0, int UsersAsked = 0);

/// <summary>What the governor says of one check-in now.</summary>
/// <param name="Ask">What is to be sent; null: nothing, for the <paramref name="Reason"/>.</param>
/// <param name="LookAgain">When the question comes up again; null: never.</param>
public sealed record Decision(Candidate Candidate, InvitationKind? Ask, Reason Reason, DateTimeOffset? LookAgain);

public enum Reason
{
    /// <summary>Nothing speaks against it.</summary>
    Ask,
    Completed, Declined, BrokeOff, NeverContact, Overdue,

    NotYetDue, Paused, OutsideHours, ReminderLater, RemindersUsed, OnItsWay, Unreachable,

    /// <summary>Somebody gave the link by hand; what follows is theirs.</summary>
    InvitedByHand,

    /// <summary>Asked in another check-in within the least days between two.</summary>
    AskedLately,

    /// <summary>The share of the account's people for these seven days is used.</summary>
    AccountShare,
}
