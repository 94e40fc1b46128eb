using System.Globalization;
using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Analysis.Promises;
using InterviewAgent.Insights;

namespace InterviewAgent.Web.Dashboard;

/// <summary>The dashboard's words for the product's values, in one voice.</summary>
internal static class Say
{
    /// <summary>Stands wherever words or a cell are withheld, whatever the reason.</summary>
    public const string Hidden = "hidden to protect";

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy HH:mm", CultureInfo.InvariantCulture);

    public static string Weekday(DateOnly day) => day.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    public static string Count(int n, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{n} {(n == 1 ? one : many)}");

    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>"German (de)"; a tag that is none is said as it is.</summary>
    public static string Language(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true) is { EnglishName: var name } && tag.Length > 0 ? $"{name} ({tag})" : tag;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    /// <summary>With a minus sign, not a hyphen, so that it does not break from its number.</summary>
    public static string Level(double level) => level.ToString("0.0;−0.0;0.0", CultureInfo.InvariantCulture);

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

    public static string Expectation(FlagExpectation expected) => expected == FlagExpectation.Should ? "should be flagged" : "should not be flagged";

    public static string Promise(PromiseState state) => state == PromiseState.NotMentioned ? "nobody spoke of it" : state.ToString().ToLowerInvariant();

    public static string View(PromiseView view) => view == PromiseView.OneSided ? "one-sided" : view.ToString().ToLowerInvariant();

    public static string ViewMeans(PromiseView view) => view switch
    {
        PromiseView.Aligned => "both sides say the same",
        PromiseView.Diverging => "both speak of it, not alike",
        PromiseView.OneSided => "one side only; the other's silence is not agreement",
        _ => "nobody speaks of it now",
    };

    public static string Ready(Readiness item) => item switch
    {
        Readiness.NamedOwner => "Named owner",
        Readiness.AvailableData => "Available data",
        Readiness.WorkflowDecision => "Workflow decision",
        Readiness.UserGroup => "User group",
        Readiness.FirstValuePath => "First value path",
        _ => "Proof metric",
    };

    public static string Ready(ReadinessState state) => state.ToString().ToLowerInvariant();

    public static string Commitment(CommitmentStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>The shape that goes with a state; the word always stands beside it.</summary>
    public static string Shape(Enum state) => state switch
    {
        PromiseState.Held or ReadinessState.Present or CommitmentStatus.Done => "green",
        PromiseState.Changed or CommitmentStatus.Made => "yellow",
        PromiseState.Contradicted or ReadinessState.Contradicted or CommitmentStatus.Broken => "red",
        _ => "none",
    };

    /// <summary>What an account still lacks before it is judged.</summary>
    public static string Missing(EnoughVoice voice) => "needs " + string.Join(" and ", new[]
    {
        voice.PeopleMissing > 0 ? Count(voice.PeopleMissing, "more person", "more people") : "",
        voice.InterviewsMissing > 0 ? Count(voice.InterviewsMissing, "more completed interview", "more completed interviews") : "",
    }.Where(part => part != "")) + " to be judged";

    public static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    public static string Hundredth(double number) => number.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (100 * share).ToString("0", CultureInfo.InvariantCulture) + " %";

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
