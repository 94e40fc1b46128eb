using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace InterviewAgent.Interviewing.Invitations;

/// <summary>Section "Invitations": when people may be written to, and how much is asked of them and of their account.</summary>
public sealed class InvitationOptions : IValidatableObject
{
    /// <summary>False: nobody is written to unless somebody runs <c>interview-agent invitations send</c>.</summary>
    public bool Automatic { get; set; } = true;

    /// <summary>Working hours on the respondent's own clock: "09:00-17:00", several separated by commas; "00:00-24:00" is the whole day.</summary>
    [Required]
    public string Hours { get; set; } = "09:00-17:00";

    /// <summary>Hours within them in which nobody is disturbed; may be empty.</summary>
    [Required(AllowEmptyStrings = true)]
    public string QuietHours { get; set; } = "12:00-13:00";

    /// <summary>Working days: Mon, Tue, Wed, Thu, Fri, Sat, Sun.</summary>
    [Required]
    public string Days { get; set; } = "Mon, Tue, Wed, Thu, Fri";

    /// <summary>Days on which nobody is written to: "2026-12-25, 2027-01-01"; may be empty.</summary>
    [Required(AllowEmptyStrings = true)]
    public string Holidays { get; set; } = "";

    /// <summary>Of an account's people this share is invited within seven days at most, and always at least one person.</summary>
    [Range(0.01, 1.0)]
    public double AccountShare { get; set; } = 0.5;

    /// <summary>Working days from the invitation to the first reminder; 0: none.</summary>
    [Range(0, 20)]
    public int FirstReminder { get; set; } = 3;

    /// <summary>Working days from the invitation to the second and last reminder; 0: none.</summary>
    [Range(0, 40)]
    public int SecondReminder { get; set; } = 7;

    /// <summary>"Not now" is quiet for this many days.</summary>
    [Range(1, 60)]
    public int PauseDays { get; set; } = 7;

    /// <summary>
    /// What a process took up and did not finish within this many seconds was left behind by its death. Longer than a mail server takes
    /// to answer (<c>Mail:PatienceSeconds</c>).
    /// </summary>
    [Range(5, 3600)]
    public int ClaimSeconds { get; set; } = 180;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var problem = HourRanges.Problem(Hours) ?? HourRanges.Problem(QuietHours);
        if (problem is not null)
        {
            yield return new ValidationResult(problem, [nameof(Hours), nameof(QuietHours)]);
        }
        else if (HourRanges.Open(this).Count == 0)
        {
            yield return new ValidationResult("no hour is left in which somebody may be written to.", [nameof(Hours), nameof(QuietHours)]);
        }

        if (WorkingDays().Count == 0 || Names(Days).Any(name => Day(name) is null))
        {
            yield return new ValidationResult("write days as Mon, Tue, Wed, Thu, Fri, Sat, Sun.", [nameof(Days)]);
        }

        if (Names(Holidays).FirstOrDefault(day => Date(day) is null) is { } wrong)
        {
            yield return new ValidationResult($"'{wrong}' is no date; write 2026-12-25.", [nameof(Holidays)]);
        }

        if (SecondReminder > 0 && SecondReminder <= FirstReminder)
        {
            yield return new ValidationResult("the second reminder comes after the first.", [nameof(SecondReminder)]);
        }
    }

    internal IReadOnlySet<DayOfWeek> WorkingDays() => Names(Days).Select(Day).OfType<DayOfWeek>().ToHashSet();

    internal IReadOnlySet<DateOnly> ClosedDays() => Names(Holidays).Select(Date).OfType<DateOnly>().ToHashSet();

    private static DayOfWeek? Day(string name) => Enum.GetValues<DayOfWeek>().Cast<DayOfWeek?>()
        .FirstOrDefault(day => day.ToString()![..3].Equals(name, StringComparison.OrdinalIgnoreCase));

    private static DateOnly? Date(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string[] Names(string list) =>
        list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
