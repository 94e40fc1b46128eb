using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Intents;
using InterviewAgent.Interviewing.Moves;
using InterviewAgent.Jobs;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Interviewing;

public sealed class ChangeAnswerTests
{
    private const string Before = "We copy the whole plan into our own sheet every Monday morning.";
    private const string After = "We copy the whole plan into our own sheet every Friday evening.";

    [Fact]
    public async Task An_edited_answer_is_kept_and_its_new_form_is_what_counts()
    {
        using var talk = new Talk();
        await Answered(talk);
        var question = (await talk.Stored()).Turns.Single(turn => turn.MessageId == "first").Question;
        Assert.Equal(AnswerChange.Done, await Edit(talk, "first", "first:edit-1", After));
        var turns = (await talk.Stored()).Turns;
        Assert.Equal(Before, turns.Single(turn => turn.MessageId == "first").Text);
        var corrected = turns.Single(turn => turn.MessageId == "first:edit-1");
        Assert.Equal((4, question), (corrected.Corrects, corrected.Question));
        var read = TranscriptOf.Turns(turns);
        Assert.DoesNotContain(read, turn => turn.Text == Before);
        Assert.Equal([1, 3, corrected.N, 5], read.Take(4).Select(turn => turn.N));
        Assert.DoesNotContain(Before, InterviewState.Of(turns).Said);
        Assert.Contains(After, InterviewState.Of(turns).Said);
    }

    [Fact]
    public async Task The_same_edit_again_and_the_same_words_change_nothing()
    {
        using var talk = new Talk();
        await Answered(talk);
        await Edit(talk, "first", "e1", After);
        Assert.Equal(AnswerChange.None, await Edit(talk, "first", "e1", After));
        Assert.Equal(AnswerChange.None, await Edit(talk, "first", "e2", After));
        Assert.Equal(AnswerChange.None, await Edit(talk, "nobody", "e3", After));
        Assert.Equal(AnswerChange.None, await Edit(talk, "consent", "e4", "no"));
        Assert.Single((await talk.Stored()).Turns, turn => turn.Corrects is not null);
    }

    [Theory]
    [InlineData("stop")]
    [InlineData("delete my answers")]
    [InlineData("I want to kill myself")]
    public async Task An_edit_that_claims_a_right_is_to_be_heard_now(string text)
    {
        using var talk = new Talk();
        await Answered(talk);
        Assert.Equal(AnswerChange.SayNow, await Edit(talk, "first", "e1", text));
    }

    [Fact]
    public async Task The_interview_goes_on_after_an_edit_as_if_it_had_been_said_so_at_first()
    {
        using var talk = new Talk();
        await Answered(talk);
        var asked = talk.Last.Text;
        await Edit(talk, "first", "e1", After);
        Assert.Equal(asked, (await talk.Open()).Text);
        Assert.False((await talk.Say("It moved to the new dispatch desk in the second week of the month.")).Offer.Ended);
        var all = (await talk.Stored()).Turns;
        Assert.Equal(Enumerable.Range(1, all.Count), all.Select(turn => turn.N).Order());
    }

    [Fact]
    public async Task A_deleted_answer_is_gone_with_its_corrections_and_all_that_repeated_it()
    {
        using var talk = new Talk();
        await Answered(talk);
        await Edit(talk, "first", "e1", After);
        Assert.Equal(AnswerChange.Done, await Delete(talk, "first"));
        Assert.Equal(AnswerChange.None, await Delete(talk, "first"));
        var turns = (await talk.Stored()).Turns;
        Assert.DoesNotContain(turns, turn => turn.Text.Contains("own sheet", StringComparison.Ordinal));
        Assert.DoesNotContain(TranscriptOf.Turns(turns), turn => turn.Speaker == Speaker.Participant && turn.Text.Contains('█', StringComparison.Ordinal));
        await using var db = talk.Db();
        Assert.DoesNotContain(await db.Drafts.Select(draft => draft.Text).ToListAsync(), text => text.Contains("own sheet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_analysed_is_analysed_again_without_it()
    {
        using var talk = new Talk();
        await Answered(talk);
        await talk.Say("stop");
        await using (var db = talk.Db())
        {
            await db.Interviews.ExecuteUpdateAsync(set => set.SetProperty(row => row.AnalysedAt, talk.Clock.GetUtcNow()).SetProperty(row => row.Status, InterviewStatus.Analysed));
        }
        await Delete(talk, "first");
        var stored = await talk.Stored();
        Assert.Equal((InterviewStatus.AwaitingAnalysis, null), (stored.Status, stored.AnalysedAt));
    }

    private static async Task Answered(Talk talk)
    {
        await talk.Open();
        await talk.Say("Yes, start", id: "consent");
        await talk.Say(Before, id: "first");
        // Turns: 1 consent, 2 yes, 3 the question, 4 the answer.
    }

    private static Task<AnswerChange> Edit(Talk talk, string message, string change, string text) =>
        Change(talk).Edit(talk.InterviewId, message, change, text);

    private static Task<AnswerChange> Delete(Talk talk, string message) => Change(talk).Delete(talk.InterviewId, message);

    private static ChangeAnswer Change(Talk talk) =>
        new(talk.Db(), talk.Service<ReadIntent>(), talk.Service<Wake>(), talk.Clock);
}
