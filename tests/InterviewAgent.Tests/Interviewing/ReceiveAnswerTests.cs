using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Interviewing;

public sealed class ReceiveAnswerTests
{
    private const string Answer = "On Monday we planned it on paper, and the drivers waited until somebody had typed it over.";

    [Fact]
    public async Task An_interview_runs_from_consent_to_close()
    {
        using var talk = new Talk();
        Assert.Equal(MoveKind.AskConsent, (await talk.Open()).Move);
        Assert.Equal(MoveKind.CoreQuestion, (await talk.Say("Yes, start")).Move);
        await AnswerAll(talk);
        Assert.Equal(MoveKind.ReadBack, talk.Last.Move);
        Assert.InRange(talk.Last.Offer.ReadBack.Count, 2, 5);
        Assert.Equal(MoveKind.AskChange, (await talk.Say("my account only, 1 totals only")).Move);
        Assert.True((await talk.Say("Nothing to change")).Offer.Ended);
        var stored = await talk.Stored();
        Assert.Equal(InterviewStatus.AwaitingAnalysis, stored.Status);
        Assert.Single(stored.Choices, choice => choice.Visibility == Visibility.TotalsOnly);
        await using var db = talk.Db();
        var checkIn = await db.CheckIns.SingleAsync();
        Assert.True(checkIn.OpenedAt < checkIn.ConsentedAt && checkIn.ConsentedAt < checkIn.FirstAnswerAt && checkIn.FirstAnswerAt < checkIn.CompletedAt);
        Assert.Single(await db.Consents.ToListAsync());
        Assert.Contains("over", (await talk.Say("one more thing")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_turn_names_what_the_policy_lists_in_90_words_and_three_paragraphs()
    {
        using var talk = new Talk();
        var text = (await talk.Open()).Text;
        foreach (var part in new[] { "AI", "Contoso", "Rotara", "minutes", "questions", "account and role", "recognise", "Ana Reis", "skip", "stop", "delete" })
            Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.InRange(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, 40, 90);
        Assert.Equal(3, text.Split("\n\n").Length);
    }

    [Fact]
    public async Task The_same_message_again_changes_nothing()
    {
        using var talk = new Talk();
        await talk.Open();
        var first = await talk.Say("Yes, start", id: "same");
        var again = await talk.Say("Yes, start", id: "same");
        Assert.True(again.Repeated);
        Assert.Equal((first.TurnN, first.Text), (again.TurnN, again.Text));
        Assert.Equal(3, (await talk.Stored()).Turns.Count);
    }

    [Fact]
    public async Task Two_messages_at_once_are_taken_one_after_the_other()
    {
        using var talk = new Talk();
        await talk.Open();
        await talk.Say("yes");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => talk.Say($"{Answer} {i}", id: "at-once-" + i))));
        var turns = (await talk.Stored()).Turns.OrderBy(turn => turn.N).ToList();
        Assert.Equal(Enumerable.Range(1, turns.Count), turns.Select(turn => turn.N));
        Assert.Equal(7, turns.Count(turn => turn.Speaker == Speaker.Participant));
        Assert.Equal(8, turns.Count(turn => turn.Speaker == Speaker.Interviewer));
    }

    [Fact]
    public async Task A_huge_answer_is_stored_whole_and_an_empty_one_gets_the_question_again()
    {
        using var talk = new Talk();
        await talk.Open();
        var asked = await talk.Say("yes");
        var huge = string.Concat(Enumerable.Repeat("paper and ink ", 8_000));
        await talk.Say(huge);
        Assert.Contains((await talk.Stored()).Turns, turn => turn.Text == huge);
        var question = talk.Last.Text;
        Assert.EndsWith(question[(question.IndexOf("How is", StringComparison.Ordinal) is >= 0 and var at ? at : 0)..], (await talk.Say("   ")).Text, StringComparison.Ordinal);
        Assert.NotEqual(asked.Text, talk.Last.Text);
    }

    [Fact]
    public async Task What_no_database_can_hold_is_marked_and_the_rest_is_kept()
    {
        using var talk = new Talk();
        await talk.Open();
        await talk.Say("yes");
        await talk.Say("before\0after \ud800 end \uffff");
        Assert.Contains((await talk.Stored()).Turns, turn => turn.Text == "before\uFFFDafter \uFFFD end \uffff");
    }

    [Fact]
    public async Task Delete_asks_once_and_leaves_nothing_but_a_tombstone()
    {
        using var talk = new Talk();
        await talk.Open();
        await talk.Say("yes");
        await talk.Say(Answer);
        Assert.Equal(MoveKind.ConfirmDelete, (await talk.Say("Delete my answers")).Move);
        Assert.Contains(talk.Last.Offer.Actions, action => action == "Yes, delete everything");
        Assert.Equal(MoveKind.Deleted, (await talk.Say("Yes, delete everything", id: "yes")).Move);
        Assert.True((await talk.Say("Yes, delete everything", id: "yes")).Repeated);
        await using var db = talk.Db();
        Assert.Equal(MoveKind.Deleted, (await db.Turns.SingleAsync()).Move);
        Assert.Single(await db.Drafts.ToListAsync());
        Assert.Single(await db.Tombstones.ToListAsync());
        Assert.Empty(await db.VisibilityChoices.ToListAsync());
    }

    [Fact]
    public async Task Keeping_the_answers_asks_the_pending_question_again()
    {
        using var talk = new Talk();
        await talk.Open();
        var question = await talk.Say("yes");
        await talk.Say("delete my answers");
        Assert.EndsWith(question.Text, (await talk.Say("No, keep my answers")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Distress_is_routed_and_only_the_respondent_goes_on()
    {
        using var talk = new Talk();
        await talk.Open();
        var question = await talk.Say("yes");
        Assert.Equal(MoveKind.SafetyText, (await talk.Say("I can't cope any more")).Move);
        Assert.Contains("Ana Reis", talk.Last.Text, StringComparison.Ordinal);
        Assert.Equal(MoveKind.SafetyText, (await talk.Say(Answer)).Move);
        Assert.EndsWith(question.Text, (await talk.Say("Continue")).Text, StringComparison.Ordinal);
        await using var db = talk.Db();
        Assert.Equal(nameof(Intent.Distress), (await db.Escalations.SingleAsync()).Reason);
    }

    [Fact]
    public async Task Stop_after_an_answer_breaks_off_and_before_one_declines()
    {
        using var one = new Talk();
        await one.Open();
        await one.Say("yes");
        await one.Say(Answer);
        Assert.True((await one.Say("Stop")).Offer.Ended);
        Assert.Equal(InterviewStatus.BrokenOff, (await one.Stored()).Status);
        using var other = new Talk();
        await other.Open();
        await other.Say("yes");
        await other.Say("stop");
        Assert.Equal(InterviewStatus.Declined, (await other.Stored()).Status);
    }

    [Fact]
    public async Task A_sentence_chosen_for_deletion_is_gone_everywhere_and_the_rest_stays_in_place()
    {
        using var talk = new Talk();
        await talk.Open();
        await talk.Say("yes");
        await AnswerAll(talk);
        var sentence = talk.Last.Offer.ReadBack[1];
        await talk.Say("my account only, 1 totals only");
        Assert.True((await talk.Say("take out 2")).Offer.Ended);
        var stored = await talk.Stored();
        var turn = stored.Turns.Single(said => said.N == sentence.TurnN);
        Assert.Equal(sentence.Text.Length, turn.Text.AsSpan(sentence.Start, sentence.Length).Length);
        Assert.DoesNotContain(turn.Text.Substring(sentence.Start, sentence.Length), char.IsLetterOrDigit);
        Assert.DoesNotContain(stored.Turns, said => said.Speaker == Speaker.Interviewer && said.Text.Contains("2. \"" + sentence.Text, StringComparison.Ordinal));
        Assert.Equal(InterviewStatus.AwaitingAnalysis, stored.Status);
    }

    [Fact]
    public async Task Delete_for_all_at_the_read_back_asks_once_more()
    {
        using var talk = new Talk();
        await talk.Open();
        await talk.Say("yes");
        await AnswerAll(talk);
        Assert.Equal(MoveKind.ConfirmDelete, (await talk.Say("Delete")).Move);
        Assert.Equal(MoveKind.Deleted, (await talk.Say("yes")).Move);
    }

    private static async Task AnswerAll(Talk talk)
    {
        for (var i = 0; i < 15 && talk.Last.Move is MoveKind.CoreQuestion or MoveKind.Probe or MoveKind.QuoteProbe; i++)
            await talk.Say($"{Answer} That was part {i} of it.");
    }
}
