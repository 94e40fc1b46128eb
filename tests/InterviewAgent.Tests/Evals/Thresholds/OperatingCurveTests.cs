using InterviewAgent.Evals.Thresholds;
using InterviewAgent.Insights;

namespace InterviewAgent.Tests.Evals.Thresholds;

public class OperatingCurveTests
{
    private static readonly VoiceCounts Counts = VoiceCounts.Load(Path.Combine(Checkout.Evals, "calibration", "voices.json"));

    [Fact]
    public void The_shipped_thresholds_keep_to_one_false_flag_in_a_hundred_and_find_two_sufferers_in_three()
    {
        var simulate = new SimulateAccounts(Counts, seed: 7);
        var accounts = AccountKinds.All.SelectMany(kind => Enumerable.Range(0, 150).Select(number => simulate.Draw(kind, number)));
        var shipped = Assert.Single(OperatingCurve.Of(accounts, [FlagThresholds.Default]));
        Assert.True(shipped.Low <= OperatingCurve.MostFalsePer100, $"{shipped.FalsePer100:0.0} false flags, at least {shipped.Low:0.0}");
        Assert.True(shipped.Recall > 0.66, $"finds {shipped.Recall:0.00}");
        Assert.Contains(OperatingCurve.Grid, point => point == FlagThresholds.Default);
    }

    [Fact]
    public void The_shipped_trend_keeps_to_the_bound_and_finds_what_the_naive_rule_misses()
    {
        var points = TrendCurve.Of(accounts: 200, seed: 7);
        AssertWithin(points);
        var shipped = points.Single(point => point.IsDefault);
        Assert.DoesNotContain(points, point => point.Rule == "last against mean"
            && point.FalsePer100 <= shipped.FalsePer100 && point.Found["drop 1.5"].Share >= shipped.Found["drop 1.5"].Share);
    }

    [Fact]
    public void The_shipped_key_action_rule_keeps_to_the_bound_and_finds_sudden_drops_that_a_slope_does_not()
    {
        var points = ActionsCurve.Of(series: 150, seed: 7);
        AssertWithin(points);
        var shipped = points.Single(point => point.IsDefault);
        Assert.All(points.Where(point => point.Rule.StartsWith("Theil", StringComparison.Ordinal)), before =>
            Assert.True(before.Found["sudden"].Share < shipped.Found["sudden"].Share));
    }

    [Fact]
    public void The_same_seed_draws_the_same_account_and_another_seed_another()
    {
        string Drawn(int seed) => System.Text.Json.JsonSerializer.Serialize(new SimulateAccounts(Counts, seed).Draw(AccountKind.PoliteSufferer, 3));
        Assert.Equal(Drawn(1), Drawn(1));
        Assert.NotEqual(Drawn(1), Drawn(2));
    }

    [Fact]
    public void Accounts_have_two_to_eight_people_who_are_asked_by_their_panel_and_do_not_all_answer()
    {
        var simulate = new SimulateAccounts(Counts, seed: 3);
        var drawn = Enumerable.Range(0, 100).Select(number => simulate.Draw(AccountKind.Healthy, number).Voice).ToList();
        Assert.All(drawn, voice =>
        {
            var people = voice.CheckIns.GroupBy(checkIn => checkIn.Person).ToList();
            Assert.InRange(people.Count, 2, 8);
            Assert.All(people, person => Assert.Equal(3, person.Count()));
        });
        Assert.Contains(drawn, voice => voice.Interviews.Any(interview => !interview.Completed));
        Assert.Contains(drawn, voice => voice.CheckIns.Any(checkIn => checkIn.Declined));
        Assert.InRange(drawn.Average(voice => (double)voice.CheckIns.Count(checkIn => checkIn.Completed) / voice.CheckIns.Count), 0.4, 0.7);
    }

    [Fact]
    public void Sufferers_speak_like_sufferers_only_from_their_onset_on()
    {
        var simulate = new SimulateAccounts(Counts, seed: 3);
        var spoken = Enumerable.Range(0, 200).Select(number => simulate.Draw(AccountKind.SilentSufferer, number))
            .SelectMany(account => account.Voice.Interviews.Select(interview => (After: interview.HeldOn.DayNumber - account.Voice.ContractSignedOn.DayNumber >= account.Onset,
                Drifts: interview.Findings.Any(finding => finding.Kind == InterviewAgent.Analysis.FindingKind.Drift)))).ToList();
        Assert.True(spoken.Where(one => one.After).Average(one => one.Drifts ? 1.0 : 0) > 1.3 * spoken.Where(one => !one.After).Average(one => one.Drifts ? 1.0 : 0));
    }

    [Fact]
    public void Counts_that_are_saved_are_the_counts_that_are_loaded()
    {
        using var folder = new TemporaryFolder();
        Counts.Save(folder.At("voices.json"));
        Assert.Equal(File.ReadAllText(Path.Combine(Checkout.Evals, "calibration", "voices.json")), File.ReadAllText(folder.At("voices.json")));
    }

    [Fact]
    public void A_file_that_is_no_counts_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("voices.json"), "[1]");
        Assert.Contains("voices.json", Assert.Throws<InvalidDataException>(() => VoiceCounts.Load(folder.At("voices.json"))).Message, StringComparison.Ordinal);
    }

    private static void AssertWithin(IReadOnlyList<RulePoint> points)
    {
        var shipped = points.Single(point => point.IsDefault);
        Assert.True(shipped.Low <= OperatingCurve.MostFalsePer100, $"{shipped.FalsePer100:0.0} false alarms, at least {shipped.Low:0.0}");
    }
}
