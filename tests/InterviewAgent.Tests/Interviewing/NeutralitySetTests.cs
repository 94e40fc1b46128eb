using System.Text.Json;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Tests.Interviewing;

/// <summary>The gate on its labelled set, evals/sets/neutrality, judged as a transcript whose guide is unknown.</summary>
public class NeutralitySetTests
{
    private static readonly IReadOnlyList<Item> Items = Read();

    [Fact]
    public void At_most_three_in_a_hundred_clean_turns_are_blocked()
    {
        var clean = Items.Where(item => item.Rules.Count == 0).ToList();
        var blocked = clean.Where(item => item.Verdict.Blocks).Select(item => item.Text).ToList();
        Assert.True(clean.Count > 100 && blocked.Count <= clean.Count * 0.03, string.Join('\n', blocked));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Each_rule_finds_what_breaks_it_and_little_else(string rule)
    {
        var missed = Items.Where(item => item.Rules.Contains(rule) && !item.Found.Contains(rule)).Select(item => "missed: " + item.Text).ToList();
        var wrong = Items.Where(item => !item.Rules.Contains(rule) && item.Found.Contains(rule)).Select(item => "wrongly: " + item.Text).ToList();
        var labelled = Items.Count(item => item.Rules.Contains(rule));
        Assert.True(missed.Count <= labelled * 0.05 && wrong.Count <= labelled * 0.1, string.Join('\n', missed.Concat(wrong)));
    }

    public static TheoryData<string> Rules() => [.. Read().SelectMany(item => item.Rules).Distinct().Order()];

    private static List<Item> Read()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "InterviewAgent.sln")))
        {
            root = root.Parent!;
        }

        return [.. File.ReadLines(Path.Combine(root.FullName, "evals", "sets", "neutrality", "items.jsonl")).Select(ReadItem)];
    }

    private static Item ReadItem(string line)
    {
        using var json = JsonDocument.Parse(line);
        var n = json.RootElement.GetProperty("turn").GetInt32() - 1;
        var turns = json.RootElement.GetProperty("turns").EnumerateArray()
            .Select(turn => (Speaker: turn.GetProperty("speaker").GetString(), Text: turn.GetProperty("text").GetString()!)).ToList();
        List<string> Before(string speaker) => [.. turns.Take(n).Where(turn => turn.Speaker == speaker).Select(turn => turn.Text)];
        return new Item(
            turns[n].Text,
            [.. json.RootElement.GetProperty("rules").EnumerateArray().Select(rule => rule.GetString()!)],
            Gate.Real.Check(turns[n].Text, DraftContext.ForTranscript(Before("participant"), Before("interviewer"))));
    }

    private sealed record Item(string Text, IReadOnlyList<string> Rules, Verdict Verdict)
    {
        public IReadOnlyList<string> Found { get; } = [.. Verdict.Breaches.Select(breach => breach.Rule).Distinct()];
    }
}
