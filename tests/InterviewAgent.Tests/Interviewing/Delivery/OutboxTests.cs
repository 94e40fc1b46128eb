using InterviewAgent.Interviewing.Delivery;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Interviewing.Delivery;

public sealed class OutboxTests : IDisposable
{
    private readonly Queue queue = new();

    public void Dispose() => queue.Dispose();

    [Fact]
    public async Task Of_a_conversation_the_oldest_goes_alone_and_the_next_after_it()
    {
        await queue.Conversation(turns: 3);
        for (var n = 1; n <= 3; n++)
        {
            var one = Assert.Single(await queue.Next());
            Assert.Equal($"Turn {n}", one.Turn!.Text);
            Assert.Equal(n == 3, one.Turn.Current);
            Assert.Empty(await queue.Next());
            var next = await queue.Next(new Delivered(one.Id, DeliveryOutcome.Sent, ActivityId: $"id-{n}"));
            await Release(next);
        }

        Assert.All(await queue.Rows(), row => Assert.Equal(OutboxState.Sent, row.State));
        Assert.Equal(["id-1", "id-2", "id-3"], (await queue.Rows()).Select(row => row.ChannelActivityId));
    }

    [Fact]
    public async Task Conversations_do_not_wait_for_each_other()
    {
        await queue.Conversation(turns: 2);
        await queue.Conversation(turns: 2);
        Assert.Equal(2, (await queue.Next()).Count);
    }

    [Fact]
    public async Task Of_two_senders_one_gets_the_message()
    {
        await queue.Conversation(turns: 1);
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => queue.Next())));
        Assert.Single(both.SelectMany(claimed => claimed));
    }

    [Fact]
    public async Task A_sender_that_died_leaves_an_unknown_outcome_and_the_next_message_goes_on()
    {
        await queue.Conversation(turns: 2);
        var lost = Assert.Single(await queue.Next());
        queue.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Empty(await queue.Next());
        queue.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("Turn 2", Assert.Single(await queue.Next()).Turn!.Text);
        Assert.Equal(OutboxState.Unknown, (await queue.Row(lost.Id)).State);
        queue.Clock.Advance(TimeSpan.FromDays(2));
        Assert.DoesNotContain(await queue.Next(), message => message.Id == lost.Id);
    }

    [Fact]
    public async Task A_sender_that_was_only_slow_is_believed()
    {
        await queue.Conversation(turns: 1);
        var slow = Assert.Single(await queue.Next());
        queue.Clock.Advance(TimeSpan.FromMinutes(1));
        await queue.Next();
        await queue.Next(new Delivered(slow.Id, DeliveryOutcome.Sent));
        Assert.Equal(OutboxState.Sent, (await queue.Row(slow.Id)).State);
    }

    [Fact]
    public async Task What_a_sender_says_twice_is_noted_once_and_does_not_disturb_whoever_has_it_next()
    {
        await queue.Conversation(turns: 1);
        var first = Assert.Single(await queue.Next());
        Delivered later = new(first.Id, DeliveryOutcome.Later, "unreachable") { Claim = first.Claim };
        await queue.Next(later);
        queue.Clock.Advance(TimeSpan.FromSeconds(2));
        var second = Assert.Single(await queue.Next());
        // The commit of the first note was not answered, so it is said again, while another one is sending.
        Assert.Empty(await queue.Next(later));
        queue.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Empty(await queue.Next());
        Assert.Equal((OutboxState.Sending, second.Claim), ((await queue.Row(first.Id)).State, (await queue.Row(first.Id)).Claim!.Value));
    }

    [Fact]
    public async Task A_slow_senders_word_that_it_arrived_keeps_it_from_being_sent_again()
    {
        await queue.Conversation(turns: 1);
        var slow = Assert.Single(await queue.Next());
        using (var db = queue.Database.Open())
        {
            await db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, OutboxState.Pending));
        }

        Assert.Empty(await queue.Next(new Delivered(slow.Id, DeliveryOutcome.Sent)));
        Assert.Equal(OutboxState.Sent, (await queue.Row(slow.Id)).State);
    }

    [Fact]
    public async Task A_claim_whose_commit_was_not_answered_goes_back_into_the_queue_when_it_appears()
    {
        await queue.Conversation(turns: 1);
        LoseAnswers lost = new(queue.Database);
        Outbox sender = new(lost, new InterviewAgent.Storage.Servers.ThisServer(), queue.Clock);
        await Assert.ThrowsAsync<TimeoutException>(() => sender.Next([], 10, TimeSpan.FromSeconds(30), queue));
        Assert.Equal(OutboxState.Sending, Assert.Single(await queue.Rows()).State);

        lost.Loses = false;
        var again = Assert.Single(await sender.Next([], 10, TimeSpan.FromSeconds(30), queue));
        await sender.Next([new(again.Id, DeliveryOutcome.Sent) { Claim = again.Claim }], 10, TimeSpan.FromSeconds(30), queue);
        Assert.Equal(OutboxState.Sent, Assert.Single(await queue.Rows()).State);
    }

    [Fact]
    public async Task What_is_to_be_sent_later_holds_up_its_own_conversation_only()
    {
        await queue.Conversation(turns: 2);
        var late = Assert.Single(await queue.Next());
        await queue.Next(new Delivered(late.Id, DeliveryOutcome.Later, "throttled", After: TimeSpan.FromSeconds(20)));
        await queue.Conversation(turns: 1);
        Assert.Equal("Turn 1", Assert.Single(await queue.Next()).Turn!.Text);
        Assert.Equal(queue.Clock.GetUtcNow().AddSeconds(20), await queue.Outbox.NextAt());
        queue.Clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Equal(late.Id, Assert.Single(await queue.Next()).Id);
    }

    [Fact]
    public async Task Without_the_channels_wish_the_rest_grows_and_ends_after_a_day()
    {
        await queue.Conversation(turns: 1);
        List<double> rests = [];
        while (await queue.Next() is [var one])
        {
            await queue.Next(new Delivered(one.Id, DeliveryOutcome.Later, "unreachable"));
            if (await queue.Outbox.NextAt() is not { } next)
            {
                break;
            }

            rests.Add((next - queue.Clock.GetUtcNow()).TotalSeconds);
            queue.Clock.Advance(next - queue.Clock.GetUtcNow());
        }

        Assert.Equal([1, 2, 4, 8], rests.Take(4));
        Assert.Equal(300, rests.Max());
        Assert.InRange(rests.Sum() / 3600, 23.9, 24);
        Assert.Equal(OutboxState.Refused, Assert.Single(await queue.Rows()).State);
    }

    [Fact]
    public async Task A_conversation_that_stops_takes_nothing_more_and_the_web_link_takes_over()
    {
        var place = await queue.Conversation(turns: 3);
        var one = Assert.Single(await queue.Next());
        await queue.Next(new Delivered(one.Id, DeliveryOutcome.Stopped, "blocked"));
        Assert.Empty(await queue.Next());
        Assert.All(await queue.Rows(), row => Assert.Equal((OutboxState.Refused, "blocked"), (row.State, row.Why)));
        using var db = queue.Database.Open();
        Assert.Equal("blocked", (await db.Conversations.SingleAsync(row => row.Id == place.Id)).StoppedWhy);
        Assert.Null((await db.Interviews.SingleAsync()).ConversationId);
    }

    [Fact]
    public async Task A_question_that_was_answered_elsewhere_is_not_sent_any_more()
    {
        await queue.Conversation(turns: 2);
        using var db = queue.Database.Open();
        await db.Interviews.ExecuteUpdateAsync(set => set.SetProperty(held => held.ConversationId, (Guid?)null));
        Assert.Empty(await queue.Next());
        Assert.All(await queue.Rows(), row => Assert.Equal((OutboxState.Refused, "superseded"), (row.State, row.Why)));
    }

    [Fact]
    public async Task A_full_tenants_queue_stands_in_nobodys_way()
    {
        for (var i = 0; i < 12; i++)
        {
            await queue.Conversation(turns: 1, tenant: "full");
        }

        await queue.Conversation(turns: 1, tenant: "other");
        queue.MakeFull("full");
        Assert.Equal("other", Assert.Single(await queue.Next()).To.TenantId);
    }

    [Fact]
    public async Task A_conversation_that_must_rest_is_looked_at_again_when_it_has_rested()
    {
        var place = await queue.Conversation(turns: 1);
        queue.LetRest(place.Id, TimeSpan.FromSeconds(3));
        Assert.Empty(await queue.Next());
        Assert.Equal(queue.Clock.GetUtcNow().AddSeconds(3), await queue.Outbox.NextAt());
    }

    [Fact]
    public async Task A_message_erased_on_its_way_leaves_nothing_to_note()
    {
        await queue.Conversation(turns: 1);
        var one = Assert.Single(await queue.Next());
        using var db = queue.Database.Open();
        await db.Respondents.ExecuteDeleteAsync();
        Assert.Empty(await queue.Next(new Delivered(one.Id, DeliveryOutcome.Sent)));
        Assert.Empty(await queue.Rows());
    }

    [Fact]
    public async Task A_first_question_that_arrived_is_an_invitation()
    {
        await queue.Conversation(turns: 1);
        var one = Assert.Single(await queue.Next());
        await queue.Next(new Delivered(one.Id, DeliveryOutcome.Sent));
        using var db = queue.Database.Open();
        Assert.Equal(queue.Clock.GetUtcNow(), (await db.CheckIns.SingleAsync()).InvitedAt);
    }

    /// <summary>What was claimed in passing goes back into the queue.</summary>
    private async Task Release(IReadOnlyList<OutgoingMessage> claimed)
    {
        using var db = queue.Database.Open();
        var ids = claimed.Select(one => one.Id).ToList();
        await db.Outbox.Where(row => ids.Contains(row.Id)).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, OutboxState.Pending));
    }
}
