using System.Globalization;
using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights;

namespace InterviewAgent.Web.Dashboard;

/// <summary>The dashboard's words for the product's values, in one voice.</summary>
internal static class Say
{
    /// <summary>Stands wherever words or a cell are withheld, whatever the reason.</summary>
    public const string Hidden = "hidden to protect";

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Weekday(DateOnly day) => day.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    public static string Count(int n, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{n} {(n == 1 ? one : many)}");

    public static string Level(double level) => level.ToString("0.0", CultureInfo.InvariantCulture);

    public static string Role(Role role) => role == InterviewAgent.Accounts.Role.EndUser ? "end user" : role.ToString().ToLowerInvariant();

    public static string At(Checkpoint checkpoint) =>
        checkpoint == Checkpoint.Month5 ? "month 5" : string.Create(CultureInfo.InvariantCulture, $"day {checkpoint.Days()}");

    public static string Health(HealthStatus? status) => status?.ToString().ToLowerInvariant() ?? "unknown";

    public static string Flag(FlagKind kind) => kind == FlagKind.SilentSufferer ? "silent sufferer" : "at risk";

    public static string Outcome(FlagOutcome outcome) => outcome switch
    {
        FlagOutcome.Acted => "acted",
        FlagOutcome.AlreadyKnown => "already known",
        _ => "not useful",
    };

    public static string Severity(int? severity) => severity switch
    {
        3 => "blocks the use",
        2 => "slows the use",
        1 => "an annoyance",
        _ => "",
    };

    /// <summary>Whole days since the signature.</summary>
    public static int DaySince(DateOnly signed, DateOnly day) => day.DayNumber - signed.DayNumber;
}
