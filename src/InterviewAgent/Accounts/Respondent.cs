namespace InterviewAgent.Accounts;

/// <summary>A person of an account who is asked for check-ins. All that belongs to them is found, and erased, by <see cref="Id"/>.</summary>
public sealed class Respondent
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AccountId { get; init; }

    /// <summary>The customer's own identifier; unique within the account.</summary>
    public required string ExternalId { get; init; }
    public string? Name { get; set; }
    public Role Role { get; set; }
    public string? Title { get; set; }
    public string? Email { get; set; }

    /// <summary>The person's object id in the customer's directory (Entra), lower case: how Teams names them for sure. Null: not known.</summary>
    public string? AadObjectId { get; set; }

    /// <summary>BCP-47 tag.</summary>
    public string Language { get; set; } = "en";

    /// <summary>IANA time zone.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>"Never": since then this person is not written to and is put on no plan. A right, and never evidence.</summary>
    public DateTimeOffset? NoContactFrom { get; set; }

    /// <summary>An address that must not be written to any more, and why; another <see cref="Email"/> opens the way again.</summary>
    public string? ClosedAddress { get; set; }
    public AddressFault? ClosedBecause { get; set; }

    /// <summary>True when there is an address that may be written to.</summary>
    public bool HasOpenAddress => !string.IsNullOrWhiteSpace(Email) && Email != ClosedAddress;

    /// <summary>Which of the two panels of the check-in plan this person is in.</summary>
    public Panel Panel { get; set; }
}

/// <summary>A: days 14, 60 and month 5. B: days 30, 90 and month 5. Two panels, so that nobody is asked twice within 21 days.</summary>
public enum Panel { A, B }

/// <summary>What is the matter with an address: its mail server refused it for good, or somebody else reads it.</summary>
public enum AddressFault { Refused, WrongPerson }
