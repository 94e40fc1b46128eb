using FsCheck;
using FsCheck.Fluent;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Guides;
using InterviewAgent.Interviewing.Moves;

namespace InterviewAgent.Tests.Interviewing.Moves;

/// <summary>What holds for every respondent, whatever they say and in whatever order.</summary>
public sealed class ChooseMoveProperties
{
    private static readonly Intent[] NeverProbed = [Intent.Decline, Intent.Skip, Intent.Stop, Intent.DoNotKnow, Intent.NotMyArea, Intent.AlreadyToldYou];
    private static readonly string[] Answers =
    [
        "ok", "", "We plan it on paper.", "It is going fine overall, everyone is excited about it.",
        "Last week we had to do it twice by hand because the import dropped a column, so Ana typed it over until Friday.",
        "mostly in my own sheet, I copy the totals over at night", string.Join(' ', Enumerable.Repeat("word", 90)),
    ];

    private sealed record Heard(Intent Intent, string Text, int Seconds);

    private static readonly Arbitrary<(int Seed, Heard[] Messages)> Respondents = Arb.From(
        from seed in Gen.Choose(0, 1000)
        from messages in Gen.ArrayOf(
            from intent in Gen.Frequency(
                (6, Gen.Constant(Intent.Answer)),
                (3, Gen.Elements(Enum.GetValues<Intent>().Except([Intent.Consent, Intent.Stop, Intent.DeleteMyData]).ToArray())),
                (1, Gen.Elements(Intent.Stop, Intent.DeleteMyData, Intent.Consent)))
            from text in Gen.Elements(Answers)
            from seconds in Gen.Choose(1, 300)
            select new Heard(intent, text, seconds), 60)
        select (seed, messages));

    private static void ForAll(Action<PureInterview, Heard, Move, InterviewState> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Respondents, respondent =>
        {
            var interview = Begin(respondent.Seed);
            interview.Hear(Intent.Consent, "yes");
            foreach (var heard in respondent.Messages)
            {
                var before = interview.State;
                holds(interview, heard, interview.Hear(heard.Intent, heard.Text, heard.Seconds), before);
            }
        }));

    private static PureInterview Begin(int seed) => new(seed, (Phase)(seed % 3), (InterviewAgent.Accounts.Side)(seed % 2));

    [Fact]
    public void It_always_ends() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(150), Prop.ForAll(Respondents, respondent =>
        {
            var interview = Begin(respondent.Seed);
            interview.Hear(Intent.Consent, "yes");
            foreach (var heard in respondent.Messages)
                interview.Hear(heard.Intent, heard.Text, heard.Seconds);
            Assert.True(interview.State.Ended);
        }));

    [Fact]
    public void It_never_exceeds_a_budget() => ForAll((interview, _, move, before) =>
    {
        var state = interview.State;
        Assert.InRange(state.ProbesInTopic, 0, 2);
        Assert.InRange(state.ProbesInAll, 0, 4);
        if (move.Kind is MoveKind.Probe or MoveKind.QuoteProbe)
        {
            Assert.True(state.Words < PureInterview.Budget.Words);
            Assert.True(state.Active < TimeSpan.FromMinutes(PureInterview.Budget.Minutes));
            Assert.False(state.Tired);
        }
    });

    [Fact]
    public void What_is_declined_or_skipped_is_never_probed() => ForAll((_, heard, move, _) =>
        Assert.False(NeverProbed.Contains(heard.Intent) && move.Kind is MoveKind.Probe or MoveKind.QuoteProbe));

    [Fact]
    public void Stop_is_honoured_at_once() => ForAll((_, heard, move, _) =>
        Assert.True(heard.Intent != Intent.Stop || move.Kind is MoveKind.Close));

    [Fact]
    public void Distress_and_security_are_never_followed_by_a_question() => ForAll((_, heard, move, before) =>
        Assert.True(heard.Intent is not (Intent.Distress or Intent.SecurityOrLegal) || before.Ended || move.Kind is MoveKind.SafetyText or MoveKind.Close));

    [Fact]
    public void After_the_safety_text_only_the_respondent_goes_on() => ForAll((_, heard, move, before) =>
        Assert.True(!before.OnHold || heard.Intent is Intent.Resume
            || move.Kind is MoveKind.SafetyText or MoveKind.Close or MoveKind.Pause or MoveKind.ConfirmDelete or MoveKind.Deleted));

    [Fact]
    public void No_question_is_asked_twice_as_a_new_one() => ForAll((interview, _, _, _) =>
        Assert.Equal(interview.State.AskedIds.Count, interview.State.AskedIds.Distinct().Count()));

    [Fact]
    public void The_same_acknowledgement_never_comes_twice_running() => ForAll((interview, _, move, _) =>
    {
        // As the respondent reads it: a fixed text may begin with an acknowledgement of the list, too.
        var read = interview.Texts.SkipLast(1).Select(text => interview.Guide.Acknowledgements
            .Where(said => text.StartsWith(said + " ", StringComparison.Ordinal)).MaxBy(said => said.Length)).OfType<string>();
        Assert.False(move.LeadIn is { } lead && lead == read.LastOrDefault(), $"'{move.LeadIn}' comes twice running.");
    });

    [Fact]
    public void A_quote_comes_at_most_every_third_turn_and_is_short() => ForAll((interview, _, move, _) =>
    {
        if (move.Kind != MoveKind.QuoteProbe)
            return;
        Assert.DoesNotContain(interview.Moves.SkipLast(1).TakeLast(2), earlier => earlier.Kind == MoveKind.QuoteProbe);
        Assert.InRange(move.Quote!.Split(' ').Length, 2, 8);
    });
}
