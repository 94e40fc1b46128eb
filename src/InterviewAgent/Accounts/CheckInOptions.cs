using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.Accounts;

/// <summary>Section "CheckIns": who is asked when, counted from the contract signature.</summary>
public sealed class CheckInOptions : IValidatableObject
{
    /// <summary>Checkpoints of the two panels, separated by commas: day-14, day-30, day-60, day-90, month-5.</summary>
    [Required]
    public string PanelA { get; set; } = "day-14, day-60, month-5";

    [Required]
    public string PanelB { get; set; } = "day-30, day-90, month-5";

    /// <summary>Checkpoints of one role, where they are fewer than its panel's ("admin": "day-30, day-90"). A role left out has all.</summary>
    public Dictionary<string, string> ByRole { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>No person is asked twice within this many days, whatever the panels say.</summary>
    [Range(1, 120)]
    public int LeastDaysBetween { get; set; } = 21;

    /// <summary>A check-in is put on the plan this many days before it is due.</summary>
    [Range(0, 60)]
    public int DaysAhead { get; set; } = 7;

    /// <summary>A check-in that was missed (the account came late, the server was off) is still made up to this many days after.</summary>
    [Range(0, 60)]
    public int DaysLate { get; set; } = 14;

    /// <summary>An unanswered check-in is no longer asked for after this many days; the silence ledger keeps it.</summary>
    [Range(1, 120)]
    public int DaysOpen { get; set; } = 30;

    internal bool Asks(Role role, Panel panel, Checkpoint checkpoint) =>
        Read(panel == Panel.A ? PanelA : PanelB).Contains(checkpoint)
        && (!ByRole.TryGetValue(role.Name(), out var only) || Read(only).Contains(checkpoint));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (member, list) in ByRole.Select(pair => ($"ByRole:{pair.Key}", pair.Value))
            .Append((nameof(PanelA), PanelA)).Append((nameof(PanelB), PanelB)))
        {
            foreach (var name in Names(list).Where(name => CheckpointDays.Find(name) is null))
            {
                yield return new ValidationResult($"'{name}' is no checkpoint; write day-14, day-30, day-60, day-90 or month-5.", [member]);
            }
        }

        foreach (var role in ByRole.Keys.Where(role => RoleSides.Find(role) is null))
        {
            yield return new ValidationResult(
                $"'{role}' is no role; write buyer, sponsor, champion, admin or end-user.", [nameof(ByRole)]);
        }
    }

    private static IEnumerable<Checkpoint> Read(string list) => Names(list).Select(CheckpointDays.Find).OfType<Checkpoint>();

    private static string[] Names(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
