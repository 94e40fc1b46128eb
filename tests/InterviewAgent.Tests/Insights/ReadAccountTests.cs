using InterviewAgent.Accounts;
using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Insights;

public class ReadAccountTests
{
    private static readonly HeardInterview Start = Heard.Interview("b1", 14, "enthusiasm", "evidence.owner");
    private static readonly HeardInterview Sheet = Heard.Interview("u1", 60, "operational.old-workflow/2", "trust.output/2");
    private static readonly HeardInterview Moved = Heard.Interview("b1", 90, "drift.goal", "drift.sponsor");

    [Fact]
    public void Green_with_work_going_round_the_product_and_nobody_telling_is_a_silent_sufferer()
    {
        var reading = ReadAccount.Read(Heard.Account("green", Start, Sheet, Moved));
        Assert.True(reading is { SilentSufferer: true, AtRisk: true, HasEnoughVoice: true, DriftFrom: Checkpoint.Day90 });
        Assert.StartsWith("Dashboard green, but", reading.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yellow", AccountHealth.Yellow)]
    [InlineData("red", AccountHealth.Red)]
    [InlineData(null, AccountHealth.Unknown)]
    public void What_is_not_green_is_never_silent(string? health, AccountHealth read)
    {
        var reading = ReadAccount.Read(Heard.Account(health, Start, Sheet, Moved));
        Assert.False(reading.SilentSufferer);
        Assert.True(reading.AtRisk);
        Assert.Equal(read, reading.Health);
    }

    [Fact]
    public void One_kind_of_evidence_is_not_enough() =>
        Assert.False(ReadAccount.Read(Heard.Account("green", Start, Heard.Interview("u1", 60), Moved)).SilentSufferer);

    [Fact]
    public void Two_kinds_out_of_one_interview_are_one_person_s_bad_day()
    {
        var alone = ReadAccount.Read(Heard.Account("green", Start, Sheet, Heard.Interview("b2", 90)));
        Assert.True(alone is { SilentSufferer: false, Evidence.Count: 2 });
        Assert.True(ReadAccount.Read(Heard.Account("green", Start, Sheet, Sheet with { Person = "u2" })).SilentSufferer);
    }

    [Fact]
    public void A_flag_asks_for_more_said_against_it_than_the_reading_does()
    {
        var mixed = Heard.Account("green", Start, Sheet, Heard.Interview("b1", 90, "drift.goal", "evidence.repeated-use"), Heard.Interview("u2", 95));
        Assert.True(ReadAccount.Read(mixed) is { SilentSufferer: true, AllowsFlag: false });
        Assert.True(ReadAccount.Read(Heard.Account("green", Start, Sheet, Moved)) is { SilentSufferer: true, AllowsFlag: true });
        var stricter = FlagThresholds.Default with { FlagWitnesses = 3 };
        Assert.True(ReadAccount.Read(Heard.Account("green", Start, Sheet, Moved), stricter) is { SilentSufferer: true, AllowsFlag: false });
    }

    [Fact]
    public void A_first_month_flags_nobody()
    {
        var early = Heard.Account("green", Start, Heard.Interview("u1", 30, "operational.old-workflow/2", "trust.output/2"), Heard.Interview("b2", 31, "drift.goal"));
        Assert.True(ReadAccount.Read(early) is { SilentSufferer: true, AllowsFlag: false });
    }

    [Fact]
    public void Two_interviews_or_one_person_are_not_enough_voice()
    {
        var two = ReadAccount.Read(Heard.Account("green", Sheet, Moved));
        var alone = ReadAccount.Read(Heard.Account("green", Start, Sheet with { Person = "b1" }, Moved));
        Assert.All([two, alone], reading => Assert.True(reading is { HasEnoughVoice: false, SilentSufferer: false }));
    }

    [Fact]
    public void An_account_that_complains_but_depends_is_neither()
    {
        var reading = ReadAccount.Read(Heard.Account("green", Start, Sheet,
            Heard.Interview("u2", 90, "evidence.dependency", "evidence.outcome", "technical.reliability/3")));
        Assert.True(reading is { SilentSufferer: false, AtRisk: false, Depends: true });
    }

    [Fact]
    public void An_account_that_told_the_vendor_is_at_risk_and_not_silent()
    {
        var reading = ReadAccount.Read(Heard.Account("green", Start, Sheet, Moved,
            Heard.Interview("u2", 90, "expectation.value/3", "ToldVendor:1")));
        Assert.True(reading is { SilentSufferer: false, AtRisk: true, ToldVendor: true });
    }

    [Fact]
    public void One_who_told_against_one_who_did_not_leaves_the_account_silent()
    {
        var reading = ReadAccount.Read(Heard.Account("green", Start, Sheet,
            Heard.Interview("b1", 85, "drift.goal", "ToldVendor:0"), Heard.Interview("u2", 90, "expectation.value/3", "ToldVendor:1")));
        Assert.True(reading is { SilentSufferer: true, ToldVendor: false });
    }

    [Fact]
    public void Drift_of_day_14_or_of_one_person_beside_dependence_is_not_the_account_drifting()
    {
        var early = Heard.Interview("b1", 14, "drift.goal");
        Assert.Null(ReadAccount.Read(Heard.Account("green", early)).DriftFrom);
        Assert.Null(ReadAccount.Read(Heard.Account("green", early, Moved,
            Heard.Interview("u1", 95, "evidence.dependency", "evidence.outcome"))).DriftFrom);
    }

    [Fact]
    public void A_quiet_account_without_friction_is_left_in_peace()
    {
        var reading = ReadAccount.Read(Heard.Account("green", Start, Heard.Interview("u1", 60), Heard.Interview("u2", 90)));
        Assert.True(reading is { SilentSufferer: false, AtRisk: false, Evidence.Count: 0 });
    }
}
