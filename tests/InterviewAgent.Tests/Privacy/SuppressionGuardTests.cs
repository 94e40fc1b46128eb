using FsCheck;
using FsCheck.Fluent;
using InterviewAgent.Privacy;

namespace InterviewAgent.Tests.Privacy;

public class SuppressionGuardTests
{
    [Theory]
    [InlineData(4, 3, true, false)]
    [InlineData(5, 2, true, false)]
    [InlineData(5, 3, true, true)]
    [InlineData(1, 1, false, true)]
    public void A_count_with_voices_kept_to_totals_needs_five_people_in_three_accounts(int people, int accounts, bool kept, bool shown) =>
        Assert.Equal(shown, SuppressionGuard.MayShow(new VoiceCount(people, accounts, kept)));

    [Fact]
    public void A_hidden_part_is_not_left_to_be_worked_out_from_the_total() =>
        Assert.Equal([false, false, true], SuppressionGuard.MayShowBeside(
            [new VoiceCount(2, 1, true), new VoiceCount(6, 4, false), new VoiceCount(9, 5, false)]));

    [Fact]
    public void Where_nothing_is_hidden_everything_is_shown() =>
        Assert.Equal([true, true], SuppressionGuard.MayShowBeside([new VoiceCount(1, 1, false), new VoiceCount(8, 3, true)]));

    [Fact]
    public void What_is_left_of_a_total_never_singles_out_a_kept_voice() => Prop.ForAll(Partitions, parts =>
    {
        var shown = SuppressionGuard.MayShowBeside(parts);
        var hidden = parts.Where((_, i) => !shown[i]).ToList();
        return hidden.Count == 0 || hidden.Count == parts.Length
            || hidden.Count > 1 && hidden.Sum(part => part.People) >= SuppressionGuard.FewestPeople;
    }).QuickCheckThrowOnFailure();

    private static Arbitrary<VoiceCount[]> Partitions => (
        from people in Gen.Choose(1, 9)
        from accounts in Gen.Choose(1, people)
        from kept in Gen.Elements(true, false)
        select new VoiceCount(people, accounts, kept)).ArrayOf().ToArbitrary();
}
