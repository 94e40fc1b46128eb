using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Insights;

/// <summary>Builds an account's voice in a few words: <c>Heard.Account("green", Heard.Interview("p1", 60, "trust.output/2"))</c>.</summary>
internal static class Heard
{
    private static readonly DateOnly Signed = new(2026, 1, 5);

    public static AccountVoice Account(string? health, params HeardInterview[] interviews) => new(
        "a", Signed,
        health is null ? [] : [new HeardHealth(Signed.AddDays(120), Enum.Parse<HealthStatus>(health, ignoreCase: true))],
        [], [.. interviews.Select((interview, i) => interview with { Id = $"i{i + 1}" }).Select(Numbered)], []);

    /// <param name="codes">"code", "friction/severity", "commitment=status", or a reading "Leaving:1".</param>
    public static HeardInterview Interview(string person, int day, params string[] codes) => new(
        "", person, person.StartsWith('b') ? Role.Buyer : Role.EndUser, At(day), Signed.AddDays(day), Completed: true,
        [.. codes.Where(code => !code.Contains(':')).Select(Finding)], Sentiment: 0, [],
        [.. codes.Where(code => code.Contains(':')).Select(code => code.Split(':')).Select(part =>
            new HeardReading(Enum.Parse<ReadingDimension>(part[0]), double.Parse(part[1], System.Globalization.CultureInfo.InvariantCulture), 2))]);

    public static HeardCheckIn CheckIn(string person, bool completed, bool declined = false) =>
        new(person, Role.EndUser, Signed.AddDays(60), Invited: true, Opened: completed, completed, declined);

    public static HeardWeek[] Usage(Func<int, int> logins, Func<int, int> keyActions, int weeks = 12) =>
        [.. Enumerable.Range(1, weeks).Select(week => new HeardWeek(week, 20, logins(week), keyActions(week)))];

    private static HeardFinding Finding(string code, int i)
    {
        var parts = code.Split('/', '=');
        var kind = parts[0].Split('.')[0] switch
        {
            "drift" => FindingKind.Drift,
            "evidence" or "enthusiasm" => FindingKind.Evidence,
            "commitment" => FindingKind.Commitment,
            _ => FindingKind.Friction,
        };
        return new HeardFinding(
            $"#{i}", kind, parts[0], kind == FindingKind.Friction ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture) : null,
            kind == FindingKind.Commitment ? Enum.Parse<CommitmentStatus>(parts[1], ignoreCase: true) : null, [(2 * i) + 2]);
    }

    private static HeardInterview Numbered(HeardInterview interview) =>
        interview with { Findings = [.. interview.Findings.Select(finding => finding with { Id = interview.Id + finding.Id })] };

    private static Checkpoint At(int day) => Enum.GetValues<Checkpoint>().MinBy(checkpoint => Math.Abs(checkpoint.Days() - day));
}
