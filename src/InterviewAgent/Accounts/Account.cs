namespace InterviewAgent.Accounts;

/// <summary>A customer that signed a contract. Found again on import by <see cref="ExternalId"/>.</summary>
public sealed class Account
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The customer's own identifier (CRM id, journey id); unique.</summary>
    public required string ExternalId { get; init; }
    public required string Name { get; set; }
    public string? Industry { get; set; }
    public int? Seats { get; set; }
    public DateOnly ContractSignedOn { get; set; }
    public DateOnly? RenewalOn { get; set; }

    /// <summary>The CS manager to whom flags of this account go.</summary>
    public string? Owner { get; set; }
    public string? Segment { get; set; }

    /// <summary>Product bought, as its users call it; null: the name in the settings.</summary>
    public string? Product { get; set; }

    /// <summary>The customer's directory (Entra tenant), lower case; null: its people are known by their object ids alone.</summary>
    public string? TenantId { get; set; }

    public List<Respondent> Respondents { get; } = [];
    public List<Promise> Promises { get; } = [];
    public List<HealthReading> Health { get; } = [];
    public List<UsageWeek> Usage { get; } = [];
}
