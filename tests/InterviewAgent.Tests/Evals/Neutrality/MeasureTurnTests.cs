using InterviewAgent.Evals.Neutrality;

namespace InterviewAgent.Tests.Evals.Neutrality;

public class MeasureTurnTests
{
    [Theory]
    [InlineData("How is the weekly plan being done this week?")]
    [InlineData("Noted. You wrote \"in my own sheet\". Tell me about the most recent time.")]
    [InlineData("Thank you, that is clear. What happened next?")]
    [InlineData("Which role decides on the next step?")]
    [InlineData("When the file arrives late, what happens?")]
    [InlineData("Tell me about something that did not move.")]
    [InlineData("What, if anything, is different from what you expected at the start?")]
    public void One_plain_question_is_strictly_clean(string turn) => Assert.True(MeasureTurn.Of(turn).StrictClean);

    [Theory]
    [InlineData("How is it going? What has changed?")]
    [InlineData("What changed, and how did the team take it?")]
    [InlineData("Tell me about the launch. Who was there?")]
    [InlineData("What did you do and why?")]
    public void Two_things_asked_are_a_double_question(string turn) => Assert.True(MeasureTurn.Of(turn).DoubleQuestion);

    [Theory]
    [InlineData("That's a really smart approach. What came next?")]
    [InlineData("Great! What came next?")]
    [InlineData("I love that example. What came next?")]
    [InlineData("Thank you for sharing that. What came next?")]
    public void Praise_is_heard(string turn)
    {
        var measure = MeasureTurn.Of(turn);
        Assert.True(measure.Praise);
        Assert.True(measure.Evaluation);
        Assert.False(measure.StrictClean);
    }

    [Theory]
    [InlineData("That makes sense. What came next?")]
    [InlineData("I'm sorry to hear that. What came next?")]
    [InlineData("Absolutely. What came next?")]
    [InlineData("That must be frustrating. What came next?")]
    public void Agreement_and_sympathy_are_evaluation_and_not_praise(string turn)
    {
        var measure = MeasureTurn.Of(turn);
        Assert.True(measure.Evaluation);
        Assert.False(measure.Praise);
    }

    [Theory]
    [InlineData("It sounds like the old tool still rules. What happens on Mondays?")]
    [InlineData("So you prefer the spreadsheet. What happens on Mondays?")]
    [InlineData("Your team has found a way around it. What happens on Mondays?")]
    public void A_reading_of_the_respondent_is_interpretation(string turn) => Assert.True(MeasureTurn.Of(turn).Interpretation);

    [Fact]
    public void What_is_quoted_is_not_the_interviewers_word() =>
        Assert.True(MeasureTurn.Of("You wrote \"it sounds like a great idea\". What do you mean by that?").StrictClean);

    [Theory]
    [InlineData("Do you use it?", true)]
    [InlineData("So, is it in use?", true)]
    [InlineData("How do you use it?", false)]
    public void A_closed_question_begins_with_its_verb(string turn, bool closed) => Assert.Equal(closed, MeasureTurn.Of(turn).Closed);

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("\u200b\ud83d\ude00")]
    public void A_turn_without_words_asks_nothing(string turn) => Assert.Equal(0, MeasureTurn.Of(turn).Questions);

    [Fact]
    public void The_first_and_the_last_turn_of_an_interview_do_not_count()
    {
        var summary = new NeutralitySummary();
        summary.Add(
            [
                MeasureTurn.Of("Great to meet you! Ready? Shall we?"),
                MeasureTurn.Of("What changed?"),
                MeasureTurn.Of("Great. What else changed?"),
                MeasureTurn.Of("Absolutely wonderful, thanks!"),
            ],
            participantWordsSaid: 13);
        var shares = summary.Shares();
        Assert.Equal(2, shares.Turns);
        Assert.Equal(0.5, shares.StrictClean);
        Assert.Equal(0.5, shares.Praise);
        Assert.Equal(0, shares.DoubleQuestions);
        Assert.Equal(3, shares.MedianWords);
        Assert.Equal(16 / 29.0, shares.TalkShare!.Value, 12);
    }

    [Fact]
    public void Nothing_counted_has_no_share() => Assert.Null(new NeutralitySummary().Shares().StrictClean);
}
