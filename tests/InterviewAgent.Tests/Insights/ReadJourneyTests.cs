using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Analysis.Journeys;
using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Insights;

public class ReadJourneyTests
{
    private const string Whole = """
        {"id": "j", "gold": {"silentSufferer": true}, "account": {"contractSignedOn": "2026-01-05",
          "health": [{"on": "2026-02-02", "status": "red"}, {"on": "2026-04-02", "status": "green"}],
          "usage": [{"week": 1, "activeUsers": 3, "logins": 9, "keyActions": 2}]},
         "checkIns": [{"participant": "p2", "due": "2026-04-05", "invited": "2026-04-05T08:00:00Z", "completed": null}],
         "interviews": [{"id": "i1", "heldOn": "2026-02-04", "checkpoint": "day-30", "participant": {"id": "p1", "role": "admin"}, "turns": []}]}
        """;

    [Fact]
    public void A_record_is_read_with_its_health_usage_funnel_and_people()
    {
        var voice = Voice(Whole);
        Assert.Equal([new HeardWeek(1, 3, 9, 2)], voice.Usage);
        Assert.Equal(HealthStatus.Green, voice.Health[1].Status);
        Assert.True(Assert.Single(voice.CheckIns) is { Person: "p2", Invited: true, Completed: false });
        Assert.True(Assert.Single(voice.Interviews) is { Person: "p1", Role: Role.Admin, Checkpoint: Checkpoint.Day30 });
    }

    [Fact]
    public void The_gold_of_a_record_changes_nothing() =>
        Assert.False((bool)Findings(Whole)["silentSufferer"]!);

    [Fact]
    public void A_record_with_an_account_of_nothing_has_unknown_health() =>
        Assert.Equal("unknown", (string?)Findings("""{"id": "j", "interviews": []}""")["health"]);

    [Fact]
    public void An_interview_kept_to_totals_does_not_feed_the_account() =>
        Assert.Empty(Voice(Whole.Replace("\"turns\"", "\"visibility\": \"totals-only\", \"turns\"", StringComparison.Ordinal)).Interviews);

    [Theory]
    [InlineData("\"2026-02-02\"", "\"soon\"", "account.health[0].on")]
    [InlineData("\"red\"", "\"purple\"", "account.health[0].status")]
    [InlineData("\"logins\": 9", "\"logins\": \"many\"", "account.usage[0].logins")]
    public void What_cannot_be_read_is_named_with_its_place(string good, string bad, string place)
    {
        var error = Assert.Throws<BadJourneyException>(() => Findings(Whole.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Contains("line 7", error.Message, StringComparison.Ordinal);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
    }

    private static System.Text.Json.Nodes.JsonObject Findings(string record)
    {
        var (journey, coded) = Read(record);
        return ReadJourney.Findings(journey, coded);
    }

    private static AccountVoice Voice(string record)
    {
        var (journey, coded) = Read(record);
        return ReadJourney.Voice(journey, coded);
    }

    private static (JourneyLine, IReadOnlyList<CodedJourneyInterview>) Read(string record)
    {
        var journey = JourneyLine.Parse(record, 7);
        return (journey, [.. journey.Interviews().Select(found =>
            new CodedJourneyInterview(found.Json, found.Transcript, new CodedInterview([], [], 0, [])))]);
    }
}
