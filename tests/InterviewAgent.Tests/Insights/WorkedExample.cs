using System.Globalization;
using System.Text.RegularExpressions;
using InterviewAgent.Accounts;
using InterviewAgent.Analysis.Promises;
using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Insights;

/// <summary>Runs one example of src/InterviewAgent/Insights/README.md: rows in, the rule's own words out.</summary>
internal static partial class WorkedExample
{
    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly Lazy<HearPromises> Hear = new(() => HearPromises.Load(Path.Combine(AppContext.BaseDirectory, "prompts")));

    public static IEnumerable<string> Run(string use, IReadOnlyList<string> rows) => use switch
    {
        "promise" => Promise(rows),
        "ladder" => CommitmentLadder.Of(Voice(rows), Today).Select(rung => rung.Status is { } status
            ? $"{rung.Code[11..]}: {Low(status)}, {rung.Role!.Value.Name()}, {rung.AgeDays} days ago" : $"{rung.Code[11..]}: nobody spoke of it"),
        "old-workflow" => OldWorkflow.Of(Voice(rows)).Select(word =>
            $"{word.Role.Name()}: {(word.IsAlive ? "alive" : "given up")} ({word.Alive} of {word.Alive + word.Retired}), {Day(word.On)}"),
        "readiness" => ReadinessCard.Of(Voice(rows), new AgreedAtStart([.. rows.Where(row => row.StartsWith("promise ", StringComparison.Ordinal))
            .Select(row => new AgreedPromise("p", PromiseKind.Outcome, false, row.Any(char.IsDigit), null))], 0))
            .Select(item => $"{Words(item.Item)}: {Low(item.State)}"),
        "first-value" => FirstValue(Voice(rows)),
        "oversell" => Oversell.Of([.. rows.SelectMany(Sale)]).Select(cell => cell.IsHidden ? $"{cell.Name}: hidden to protect"
            : $"{cell.Name}: {cell.PeopleSaying} of {cell.People} people, {cell.AccountsSaying} of {cell.Accounts} accounts"),
        "silence" => Silence(rows),
        "reading" => Reading(Voice(rows)),
        "trend" => Trend(rows),
        "key-actions" => KeyActions(rows),
        "budget" => Budget(rows),
        _ => [$"no such use case: {use}"],
    };

    private static AccountVoice Voice(IReadOnlyList<string> rows)
    {
        var health = rows.FirstOrDefault(row => row.StartsWith("health ", StringComparison.Ordinal))?[7..];
        return Heard.Account(health == "none" ? null : health, [.. rows.Where(row => Said().IsMatch(row)).Select(row => row.Split(' '))
            .Select(part => Heard.Interview(part[0], int.Parse(part[1], CultureInfo.InvariantCulture), part[2..]))]) with
        {
            Usage = [.. rows.Where(row => row.StartsWith("week ", StringComparison.Ordinal)).Select(Numbers)
                .Select(number => new HeardWeek((int)number[0], (int)number[1], (int)number[2], (int)number[3]))],
            CheckIns = [.. rows.Where(row => row.StartsWith("checkin ", StringComparison.Ordinal)).Select(row => row.Split(' ')).Select(part =>
                Heard.CheckIn(part[1], part[2] == "completed", part[2] == "declined") with { Consented = part[2] == "consented" })],
        };
    }

    private static IEnumerable<string> Promise(IReadOnlyList<string> rows)
    {
        var promise = Hear.Value.Prepare(rows[0]["promise ".Length..], null);
        var said = rows.Skip(1).Select(row => row.Split(' ', 3)).Select(part => (
            Interview: Heard.Interview(part[0], int.Parse(part[1], CultureInfo.InvariantCulture)), Heard: Hear.Value.Of(promise, "", part[2], []))).ToList();
        var line = PromiseLedger.Of([.. said.Select(one => new PromiseWord(
            "", one.Interview.Person, one.Interview.Role, one.Interview.HeldOn, one.Heard.State))], [.. said.Select(one => one.Interview)]);
        yield return $"{Words(line.State)}, {Words(line.View).Replace(' ', '-')}";
        yield return $"buyer: {Words(line.Buyer.State)}{(line.Buyer.Said.Count > 0 ? ", " + Day(line.Buyer.Said[0].On) : "")}";
        yield return $"user: {Words(line.User.State)}{(line.User.Said.Count > 0 ? ", " + Day(line.User.Said[0].On) : "")}";
    }

    private static IEnumerable<string> FirstValue(AccountVoice voice)
    {
        var value = TimeToFirstValue.Of(voice);
        var depth = DepthOfUse.Of(voice, null)!;
        yield return $"first measured result: day {value.Outcome}";
        yield return $"meaningful use: day {value.MeaningfulUse}";
        yield return $"repeated use: day {value.RepeatedUse}";
        yield return string.Create(CultureInfo.InvariantCulture, $"depth: {depth.ActionsPerUser:0.0} key actions a user and week, best {depth.BestActionsPerUser:0.0}");
    }

    private static IEnumerable<string> Silence(IReadOnlyList<string> rows)
    {
        var ledger = SilenceLedger.Of(Voice(rows));
        yield return $"invited {ledger.Invited}, opened {ledger.Opened}, consented {ledger.Consented}, answered {ledger.Answered}, broke off {ledger.BrokeOff}, "
            + $"completed {ledger.Completed}, declined {ledger.Declined}, silent {ledger.Silent}";
        var pace = OwnPace.Of([.. rows.Where(row => row.StartsWith("pace ", StringComparison.Ordinal)).Select(row => (Who: row.Split(' ')[1], Numbers: Numbers(row[8..])))
            .Select(row => new HeardPace(row.Who, Role.EndUser, Today.AddDays((int)row.Numbers[0]), [.. row.Numbers[1..^1].Select(words => (int)words)], row.Numbers[^1]))]);
        foreach (var change in pace)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{change.Role.Name()}: answers {change.Length:0.0} times as long, first answer after {change.Days} days (before: {change.DaysBefore})");
        }
    }

    private static IEnumerable<string> Reading(AccountVoice voice)
    {
        var (enough, reading) = (EnoughVoice.Of(voice), ReadAccount.Read(voice));
        yield return enough.IsEnough ? "enough voice" : $"not enough voice: {enough.PeopleMissing} person and {enough.InterviewsMissing} interview missing";
        yield return $"health {Low(reading.Health)}, silent sufferer {(reading.SilentSufferer ? reading.AllowsFlag ? "yes, flagged" : "yes, not flagged yet" : "no")}";
    }

    private static IEnumerable<HeardOnSale> Sale(string row)
    {
        var (part, number) = (row.Split(' '), Numbers(row));
        return part[0] == "says"
            ? [new HeardOnSale(part[1], $"{part[1]}{number[0]}", $"{part[1]}{number[0]}-{number[1]}", true)]
            : from account in Enumerable.Range(1, (int)number[0])
              from person in Enumerable.Range(1, (int)number[1])
              select new HeardOnSale(part[1], $"{part[1]}{account}", $"{part[1]}{account}-{person}", false);
    }

    private static double[] Numbers(string row) => [.. Number().Matches(row).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Low(Enum value) => value.ToString().ToLowerInvariant();

    private static string Words(Enum value) => Capital().Replace(value.ToString(), " $0").Trim().ToLowerInvariant();

    [GeneratedRegex("^[bu][0-9] [0-9]+ ")] private static partial Regex Said();
    [GeneratedRegex("(?<![a-z])[0-9.]+")] private static partial Regex Number();
    [GeneratedRegex("[A-Z]")] private static partial Regex Capital();
}
