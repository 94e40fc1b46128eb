using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Interviewing.Delivery;

public sealed class ShowTurnTests : IDisposable
{
    private readonly HeldInTeams held = new();

    public void Dispose() => held.Dispose();

    [Fact]
    public async Task Every_turn_of_an_interview_in_a_conversation_is_to_be_sent_there_once()
    {
        await held.Open();
        await held.Say("yes");
        await held.Say("We use it on two lines, every morning.");
        var rows = await held.Outbox();
        Assert.Equal([1, 3, 5], rows.Select(row => row.TurnN));
        Assert.All(rows, row => Assert.Equal((held.Place.Id, OutboxState.Pending), (row.ConversationId, row.State)));
    }

    [Fact]
    public async Task A_message_that_comes_twice_is_answered_once()
    {
        await held.Open();
        await held.Talk.Say("yes", "same", place: held.Place.Id);
        await held.Talk.Say("yes", "same", place: held.Place.Id);
        Assert.Equal(2, (await held.Outbox()).Count);
    }

    [Fact]
    public async Task What_was_answered_on_the_web_page_is_not_pushed_to_teams()
    {
        await held.Open();
        await held.Say("yes");
        await held.Talk.Say("We use it on two lines, every morning.");
        Assert.Equal([1, 3], (await held.Outbox()).Select(row => row.TurnN));
    }

    [Fact]
    public async Task The_interview_goes_on_in_teams_when_the_respondent_answers_there()
    {
        await held.Talk.Open();
        await held.Talk.Say("yes");
        await held.Say("We use it on two lines, every morning.");
        Assert.Equal(held.Place.Id, (await held.Talk.Stored()).ConversationId);
        Assert.Equal([5], (await held.Outbox()).Select(row => row.TurnN));
    }

    [Theory]
    [InlineData(OutboxState.Sent, OutboxState.Sent)]
    [InlineData(OutboxState.Sending, OutboxState.Sending)]
    [InlineData(OutboxState.Unknown, OutboxState.Pending)]
    [InlineData(OutboxState.Refused, OutboxState.Pending)]
    public async Task On_the_next_contact_the_pending_question_is_sent_unless_the_channel_has_it(OutboxState was, OutboxState becomes)
    {
        await held.Open();
        await held.Set(1, was);
        held.Talk.Clock.Advance(TimeSpan.FromHours(1));
        await held.Open();
        Assert.Equal(becomes, Assert.Single(await held.Outbox()).State);
    }

    [Theory]
    [InlineData(OutboxState.Unknown, "lost", OutboxState.Unknown)]
    [InlineData(OutboxState.Unknown, "uninstalled", OutboxState.Pending)]
    [InlineData(OutboxState.Refused, "gone", OutboxState.Pending)]
    public async Task What_may_have_been_shown_is_not_sent_again_by_what_may_be_a_copy_of_the_same_contact(OutboxState was, string why, OutboxState becomes)
    {
        await held.Open();
        await using (var db = held.Talk.Db())
        {
            await db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, was).SetProperty(row => row.Why, why));
        }

        held.Talk.Clock.Advance(TimeSpan.FromMinutes(59));
        await held.Open();
        Assert.Equal(becomes, Assert.Single(await held.Outbox()).State);
    }

    [Fact]
    public async Task A_mere_hello_asks_for_the_question_that_may_not_have_arrived()
    {
        await held.Open();
        var question = await held.Say("yes");
        await held.Set(question.TurnN, OutboxState.Unknown);
        Assert.EndsWith(question.Text, (await held.Say("Hello?")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OutboxState.Unknown, "We use it on two lines, every morning.")]
    [InlineData(OutboxState.Unknown, "no")]
    [InlineData(OutboxState.Sent, "Hello?")]
    public async Task An_answer_to_it_is_one_however_it_got_there(OutboxState state, string text)
    {
        await held.Open();
        var question = await held.Say("yes");
        await held.Set(question.TurnN, state);
        Assert.DoesNotContain(question.Text, (await held.Say(text)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_deletes_their_answers_leaves_nothing_to_send_but_the_word_that_it_is_done()
    {
        await held.Open();
        await held.Say("yes");
        await held.Say("Delete my answers");
        var last = await held.Say("Yes, delete everything");
        Assert.Equal(last.TurnN, Assert.Single(await held.Outbox()).TurnN);
    }

    [Fact]
    public async Task Who_is_erased_has_no_address_and_no_message_left()
    {
        await held.Open();
        await using var db = held.Talk.Db();
        Assert.True(await new EraseRespondent(db, held.Talk.Clock).Run(held.Place.RespondentId!.Value, "admin"));
        Assert.Equal(0, await db.Conversations.CountAsync() + await db.Outbox.CountAsync());
    }
}
