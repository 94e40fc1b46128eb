using System.Globalization;
using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Insights;

/// <summary>The examples of rules that watch an account over weeks.</summary>
internal static partial class WorkedExample
{
    /// <summary>Rows "b1 14 tone 1 1 0".</summary>
    private static IEnumerable<string> Trend(IReadOnlyList<string> rows)
    {
        var interviews = rows.Select(row => row.Split(' ')).Select(part => Heard.Interview(part[0], int.Parse(part[1], CultureInfo.InvariantCulture)) with
        {
            TurnSentiment = [.. part[3..].Select((feeling, i) => new HeardSentiment((2 * i) + 2, int.Parse(feeling, CultureInfo.InvariantCulture)))],
        });
        if (ReadAccount.Read(Heard.Account("green", [.. interviews])).Trend is not { } trend)
        {
            return ["no trend: nobody was heard twice"];
        }
        var people = $"{trend.People} people heard more than once, {trend.CheckIns} check-ins";
        return trend.Since is not { } since ? [$"steady; {people}"]
            : [$"{Low(trend.Direction)} since {Day(since)}; {people}", .. trend.Moved.Select(person => string.Create(CultureInfo.InvariantCulture,
                $"{person.Role.ToString().ToLowerInvariant()}: from {person.Before:0.0} to {person.Now:0.0}"))];
    }

    /// <summary>Rows "log-ins 100 100 …" and "key-actions 200 200 …", a number a week.</summary>
    private static IEnumerable<string> KeyActions(IReadOnlyList<string> rows)
    {
        double[] Of(string name) => [.. rows.Single(row => row.StartsWith(name, StringComparison.Ordinal))[name.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        var (logins, actions) = (Of("log-ins"), Of("key-actions"));
        foreach (var week in Enumerable.Range(1, actions.Length))
        {
            var known = Enumerable.Range(1, week).Select(at => new HeardWeek(at, 20, (int)logins[at - 1], (int)actions[at - 1])).ToArray();
            if (FallingKeyActions.Of(Heard.Account("green") with { Usage = known }, FlagThresholds.Default) is not null)
            {
                return [$"called in week {week}"];
            }
        }
        return ["never called"];
    }

    /// <summary>Rows "budget 2", "closed A.Lind", "open A.Lind 3 quoted kinds".</summary>
    private static IEnumerable<string> Budget(IReadOnlyList<string> rows)
    {
        var opened = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
        var part = rows.Select(row => row.Split(' ')).ToLookup(row => row[0]);
        var week = FlagBudget.Of(
            part["open"].Select(row => new OpenFlagFacts(Guid.CreateVersion7(), FlagKind.SilentSufferer, row[1], opened, int.Parse(row[2], CultureInfo.InvariantCulture), People: 1)),
            part["closed"].Select(row => row[1]), int.Parse(part["budget"].Single()[1], CultureInfo.InvariantCulture));
        return [.. week.Shown.Select(flag => $"{flag.Owner}: {flag.QuotedKinds} quoted kinds"), $"{week.Waiting.Count} wait"];
    }
}
