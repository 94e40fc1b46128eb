namespace InterviewAgent.Accounts.Import;

// What a file says, freed of its form. Null is "not said": it never takes away what is already stored.

internal sealed record AccountRow(
    string Id, string? Name, string? Industry = null, int? Seats = null, DateOnly? ContractSignedOn = null,
    DateOnly? RenewalOn = null, string? Owner = null, string? Segment = null, string? Product = null, string? TenantId = null);

internal sealed record RespondentRow(
    string Id, Role? Role, string? Name = null, string? Title = null, string? Email = null, string? Language = null,
    string? TimeZone = null, string? AadObjectId = null);

/// <param name="Id">Null where the file gives none: then it is found again by its text.</param>
internal sealed record PromiseRow(
    string? Id, string Text, PromiseKind Kind, string? Workflow = null, DateOnly? On = null, string? Source = null);

internal sealed record HealthRow(DateOnly On, HealthStatus Status);

internal sealed record UsageRow(int Week, int? ActiveUsers, int? Logins, int? KeyActions)
{
    /// <summary>A century: whatever is beyond it is a mistyped column.</summary>
    public const int LastWeek = 5200;
}

/// <param name="Respondent">Who was asked; role, name and title where the file says them.</param>
/// <param name="Checkpoint">Null: the one nearest to the day it was due.</param>
internal sealed record CheckInRow(
    RespondentRow Respondent, DateOnly Due, Checkpoint? Checkpoint, DateTimeOffset? Invited, DateTimeOffset? Opened,
    DateTimeOffset? Completed, DateTimeOffset? Declined);
