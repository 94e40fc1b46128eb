using InterviewAgent.Evals.Neutrality;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Tests.Interviewing;

/// <summary>What a careful, tired or upset person would take amiss.</summary>
public sealed class WaryRespondentTests
{
    [Theory]
    [InlineData("Are you a real person?", "AI interviewer")]
    [InlineData("How many questions are left?", "minutes")]
    public async Task A_question_that_has_a_true_answer_gets_it(string question, string answer)
    {
        using var talk = await Started();
        var reply = await talk.Say(question);
        Assert.Equal(MoveKind.AnswerRespondent, reply.Move);
        Assert.Contains(answer, reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Nothing I can think of, sorry.")]
    [InlineData("no, nothing really on that")]
    public async Task Nothing_to_say_is_not_probed(string answer)
    {
        using var talk = await Started();
        Assert.Equal(MoveKind.CoreQuestion, (await talk.Say(answer)).Move);
    }

    [Fact]
    public async Task After_a_safety_text_a_greeting_does_not_go_on()
    {
        using var talk = await Started();
        Assert.Equal(MoveKind.SafetyText, (await talk.Say("I cried in the car last week.")).Move);
        Assert.Equal(MoveKind.SafetyText, (await talk.Say("hello")).Move);
        Assert.Equal(MoveKind.Resume, (await talk.Say("continue")).Move);
    }

    [Fact]
    public async Task A_language_that_is_only_named_is_no_wish()
    {
        using var talk = await Started();
        Assert.NotEqual(MoveKind.Language, (await talk.Say("I wonder whether the training can be in Spanish.")).Move);
    }

    [Fact]
    public async Task Who_skipped_everything_is_not_told_that_answers_are_read()
    {
        using var talk = await Started();
        for (var i = 0; i < 8 && !talk.Last.Offer.Ended; i++)
            await talk.Say("Skip");
        Assert.True(talk.Last.Offer.Ended);
        Assert.Contains("no answers", talk.Last.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who sees this?")]
    [InlineData("auf Deutsch bitte")]
    [InlineData("Are you a bot?")]
    [InlineData("how long will this take?")]
    [InlineData("can you fix the import for me?")]
    [InlineData("what do you mean?")]
    [InlineData("We plan on paper every Monday because the import fails, so nobody trusts the list.")]
    public async Task The_independent_metric_finds_every_turn_between_first_and_last_clean(string message)
    {
        using var talk = await Started();
        await talk.Say(message);
        for (var i = 0; i < 20 && talk.Last.Move != MoveKind.AskChange; i++)
        {
            Assert.True(MeasureTurn.Of(talk.Last.Text).StrictClean, talk.Last.Text);
            await talk.Say(talk.Last.Move == MoveKind.ReadBack ? "my account only" : $"On day {i} we planned it on paper.");
        }
        Assert.True(MeasureTurn.Of(talk.Last.Text).StrictClean, talk.Last.Text);
    }

    [Fact]
    public async Task Only_words_that_say_something_are_read_back()
    {
        using var talk = await Started();
        await Answer(talk, "asdf", "no", "We plan the vans on paper every Monday because the import fails.", "asdf asdf asdf asdf", "fine.", "no no no no no");
        Assert.Equal(["We plan the vans on paper every Monday because the import fails."], talk.Last.Offer.ReadBack.Select(sentence => sentence.Text));
    }

    [Fact]
    public async Task Where_nothing_was_said_the_choice_is_asked_without_a_list()
    {
        using var talk = await Started();
        await Answer(talk, "asdf", "hmm", "fine.", "ok then", "asdf asdf asdf asdf");
        Assert.Empty(talk.Last.Offer.ReadBack);
        Assert.Equal("Who may see your answers: with my name, my account only, totals only, or delete?", talk.Last.Text);
        Assert.Equal(MoveKind.AskChange, (await talk.Say("totals only")).Move);
    }

    private static async Task Answer(Talk talk, params string[] answers)
    {
        for (var i = 0; talk.Last.Move != MoveKind.ReadBack; i++)
        {
            Assert.True(i < 30, $"no read-back after {i} answers: {talk.Last.Text}");
            await talk.Say(answers[i % answers.Length]);
        }
    }

    private static async Task<Talk> Started()
    {
        var talk = new Talk();
        await talk.Open();
        await talk.Say("Yes, start");
        return talk;
    }
}
