using FsCheck;
using FsCheck.Fluent;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Tests.Interviewing;

public class NeutralityPropertyTests
{
    private static readonly string[] Clean =
    [
        "What happened next?", "What did that look like in practice?", "Tell me about the most recent time.",
        "Who else was involved, by role?", "How is the handover being done this week?", "Which role decides on the next step?",
        "Walk me through the last order.", "What, if anything, is different from what you expected?",
    ];

    private static readonly Gen<string> Word = Gen.Elements(
        "great", "problem", "slow", "love", "useful", "sorry", "agree", "broken", "export", "Monday", "we", "never", "wrong", "list", "easy");

    [Fact]
    public void A_second_question_after_a_clean_one_always_blocks_by_R1() =>
        Prop.ForAll(
            Gen.Elements(Clean).ToArbitrary(), Gen.Elements(Clean).ToArbitrary(), Gen.Elements(" ", "\n\n", " And ", " \u200b").ToArbitrary(),
            (first, second, between) => Gate.Real.Check(first + between + second, Gate.Probe()).Breaches.Any(breach => breach.Rule == "R1"))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Quoting_the_respondents_own_words_never_adds_valence_or_evaluation() =>
        Prop.ForAll(
            Gen.ListOf(Word, 4).Select(words => string.Join(' ', words)).ToArbitrary(),
            words => Gate.Real.Check($"What do you mean by \"{words}\"?", Gate.Probe($"It was, {words}, and so on."))
                .Breaches.All(breach => breach.Rule is not ("R4" or "R5")))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void No_text_makes_it_throw_and_every_breach_lies_inside_the_draft() =>
        Prop.ForAll<string>(text =>
        {
            var draft = text ?? "";
            return Gate.Real.Check(draft, Gate.Probe(draft)).Breaches
                .All(breach => breach.Start >= 0 && breach.Start + breach.Length <= Math.Max(1, draft.Length));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("?")]
    [InlineData("\"a ")]
    [InlineData("What ")]
    [InlineData("'")]
    [InlineData("or such as ")]
    [InlineData("that is so very really ")]
    public void A_huge_draft_is_refused_in_the_time_of_a_short_one(string part)
    {
        var draft = string.Concat(Enumerable.Repeat(part, 200_000));
        var verdict = Gate.Real.Check(draft, Gate.Probe("It was done on Monday."));
        Assert.Contains(verdict.Breaches, breach => breach.Rule == "R12");
    }
}
