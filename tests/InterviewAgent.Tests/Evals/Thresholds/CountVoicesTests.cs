using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Evals.Scorers;
using InterviewAgent.Evals.Thresholds;
using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Evals.Thresholds;

public class CountVoicesTests
{
    private static readonly string[] Codes = ["technical.data", "drift.goal"];

    [Fact]
    public void What_the_coder_misses_and_invents_is_counted_by_code()
    {
        var counts = CountVoices.Of(
        [
            Account("a", silent: false, said: ["technical.data"], heard: ["technical.data"]),
            Account("b", silent: false, said: ["technical.data"], heard: []),
            Account("c", silent: true, said: [], heard: ["technical.data"]),
        ], Codes, new CountedFrom("test", 3, 3, 2));
        Assert.Equal(new CoderErrors(There: 2, Missed: 1, Absent: 1, Invented: 1), counts.Coder["technical.data"]);
        Assert.Equal(new CoderErrors(There: 0, Missed: 0, Absent: 3, Invented: 0), counts.Coder["drift.goal"]);
        Assert.Equal([0, 1, 0], counts.SeverityHeard[1]);
        Assert.Equal(2, counts.Cells.Sum(cell => cell.Codes.GetValueOrDefault("technical.data")));
    }

    [Fact]
    public void Kinds_come_from_labels_alone()
    {
        var kinds = AccountKinds.Of(
        [
            Account("few", silent: false, said: [], heard: []).Gold, Account("some", silent: false, said: ["technical.data"], heard: []).Gold,
            Account("many", silent: false, said: ["technical.data", "product.gap"], heard: []).Gold,
            Account("sour", silent: true, said: [], heard: [], feeling: -2).Gold, Account("kind", silent: true, said: [], heard: [], feeling: 1).Gold,
        ]);
        Assert.Equal(
            [AccountKind.Bland, AccountKind.Healthy, AccountKind.ChattyComplainer, AccountKind.SilentSufferer, AccountKind.PoliteSufferer],
            new[] { "few", "some", "many", "sour", "kind" }.Select(id => kinds[id]));
    }

    private static HeardApart Account(string id, bool silent, string[] said, string[] heard, int feeling = 0)
    {
        var gold = new InterviewLabels(
            [.. said.Select(code => new Label(code, 2, null, [new LabelQuote(2, "x")]))], [], [], [], new SentimentLabels(feeling, [new TurnLabel(2, feeling)]));
        var interview = new LabelledInterview($"{id}-1", Checkpoint.Day60, new LabelledParticipant(Role.EndUser), [], gold, null);
        var found = new HeardInterview(
            interview.Id, "p", Role.EndUser, Checkpoint.Day60, new DateOnly(2026, 3, 6), true,
            [.. heard.Select(code => new HeardFinding(code, FindingKind.Friction, code, 2, null, [2]))], feeling, [new HeardSentiment(2, feeling)], []);
        return new HeardApart(
            new LabelledJourney(id, [interview], new AccountLabels(silent, silent, silent ? "day-60" : null, ""), null),
            new AccountVoice(id, new DateOnly(2026, 1, 5), [new HeardHealth(new DateOnly(2026, 3, 1), HealthStatus.Green)], [], [found], []));
    }
}
