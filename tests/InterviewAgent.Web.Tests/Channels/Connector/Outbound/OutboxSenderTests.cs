using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Privacy;
using InterviewAgent.Web.Channels.Connector;
using InterviewAgent.Web.Channels.Connector.Outbound;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Channels.Connector.Outbound;

public sealed class OutboxSenderTests : IAsyncLifetime
{
    private readonly FastClock clock = new();
    private Teams teams = null!;

    public async Task InitializeAsync() => teams = await Teams.Start(clock, ("Connector:Outbound:TimeoutSeconds", "2"));

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Fact]
    public async Task An_interview_reaches_the_conversation_turn_by_turn()
    {
        var (due, place) = await teams.Person();
        var opened = await teams.Opens(due, place);
        Assert.Equal(1, await teams.Empties());
        var reply = await teams.Says(opened.InterviewId, "Yes, start", place);
        Assert.Equal(1, await teams.Empties());

        var shown = teams.Channel.Messages;
        Assert.Equal(["a:1", "a:1"], shown.Select(message => message.ConversationId));
        Assert.Equal(reply.Text, shown[1].Activity.GetProperty("summary").GetString());
        var first = shown[0].Activity;
        Assert.Equal("28:" + SignedChannel.AppId, first.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("29:1", first.GetProperty("recipient").GetProperty("id").GetString());
        Assert.Equal("a:1", first.GetProperty("conversation").GetProperty("id").GetString());
        Assert.Equal("msteams", first.GetProperty("channelId").GetString());
        Assert.Equal("en-GB", first.GetProperty("locale").GetString());
        Assert.Equal(shown.Select(message => message.Id), (await teams.Rows()).Select(row => row.ChannelActivityId));
    }

    [Fact]
    public async Task A_due_check_in_is_sent_by_its_id_and_makes_the_conversation_where_there_is_none()
    {
        var (due, place) = await teams.Person(conversation: null);
        Assert.Equal(CheckInSending.Queued, await teams.Sends(due.Id));
        await teams.Empties();
        Assert.Equal(CheckInSending.AlreadyAsked, await teams.Sends(due.Id));
        await teams.Empties();
        Assert.StartsWith("conversation-", Assert.Single(teams.Channel.Messages).ConversationId, StringComparison.Ordinal);
        await teams.With(async db => Assert.StartsWith(
            "conversation-", (await db.Conversations.SingleAsync(row => row.Id == place.Id)).ChannelConversationId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unknown_outcome_is_not_sent_again_until_the_next_contact()
    {
        var (due, place) = await teams.Person();
        teams.Channel.Next(ChannelFault.FailsAfterDelivery);
        await teams.Opens(due, place);
        await teams.Empties();
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await teams.Empties());
        Assert.Equal(OutboxState.Unknown, Assert.Single(await teams.Rows()).State);

        await teams.Opens(due, place);
        await teams.Empties();
        Assert.Equal(OutboxState.Sent, Assert.Single(await teams.Rows()).State);
    }

    [Fact]
    public async Task Throttled_messages_go_later_in_their_order()
    {
        var (due, place) = await teams.Person();
        var opened = await teams.Opens(due, place);
        await teams.Says(opened.InterviewId, "Yes, start", place);
        teams.Channel.Next(ChannelFault.TooMany("30"));
        await teams.Empties();
        Assert.Empty(teams.Channel.Messages);
        clock.Advance(TimeSpan.FromSeconds(31));
        await teams.Empties();
        Assert.Equal([1, 3], (await teams.Rows()).Where(row => row.State == OutboxState.Sent).OrderBy(row => row.ChannelActivityId).Select(row => row.TurnN));
        Assert.Equal(2, teams.Channel.Messages.Count);
    }

    [Fact]
    public async Task Who_blocked_us_is_not_written_to_again_and_has_the_web_link()
    {
        var (due, place) = await teams.Person();
        teams.Channel.Always = (_, _) => ChannelFault.Refuses(403, "MessageWritesBlocked");
        await teams.Opens(due, place);
        await teams.Empties();
        Assert.Equal(CheckInSending.UseWebLink, await teams.Sends(due.Id));
        await teams.Empties();
        Assert.Single(teams.Channel.Calls);
    }

    [Fact]
    public async Task A_tenant_gets_thirty_first_messages_a_second_and_another_one_does_not_wait()
    {
        for (var i = 0; i < 100; i++)
        {
            var (due, _) = await teams.Person($"a:{i}");
            await teams.Sends(due.Id);
        }

        var (other, _) = await teams.Person("b:1", tenant: "other");
        await teams.Sends(other.Id);
        var began = clock.GetUtcNow();
        Assert.Equal(101, await teams.Empties());
        Assert.InRange((clock.GetUtcNow() - began).TotalSeconds, 70d / 30 - 0.1, 4);
        Assert.InRange(teams.Channel.Messages.Select(message => message.ConversationId).ToList().IndexOf("b:1"), 0, 40);
    }

    [Fact]
    public async Task What_is_erased_while_it_waits_is_never_sent()
    {
        var (due, place) = await teams.Person();
        await teams.Opens(due, place);
        await teams.With<EraseRespondent, bool>(erase => erase.Run(due.RespondentId, "admin"));
        Assert.Equal(0, await teams.Empties());
        Assert.Empty(teams.Channel.Calls);
    }

    [Fact]
    public async Task Many_conversations_are_served_at_once_and_each_in_its_order()
    {
        List<Guid> interviews = [];
        for (var i = 0; i < 20; i++)
        {
            var (due, place) = await teams.Person($"a:{i}");
            var opened = await teams.Opens(due, place);
            await teams.Says(opened.InterviewId, "Yes, start", place);
            await teams.Says(opened.InterviewId, "We use it on two lines every morning, since May.", place);
            interviews.Add(opened.InterviewId);
        }

        Assert.Equal(60, await teams.Empties());
        foreach (var one in (await teams.Rows()).GroupBy(row => row.InterviewId))
        {
            Assert.Equal([1, 3, 5], one.OrderBy(row => row.ChannelActivityId, StringComparer.Ordinal).Select(row => row.TurnN));
        }
    }

    [Fact]
    public async Task A_card_that_is_too_big_goes_as_words()
    {
        var (due, place) = await teams.Person();
        DeliverMessage deliver = new(
            teams.Connector, new BigCards(), teams.Site.Services.GetRequiredService<PlainTurns>(), teams.Site.Services.GetRequiredService<Outbox>(), new());
        await teams.Opens(due, place);
        var claimed = await teams.Site.Services.GetRequiredService<Outbox>().Next([], 1, TimeSpan.FromMinutes(1), new OutboxPace(
            Microsoft.Extensions.Options.Options.Create(new ConnectorOptions()), new InterviewAgent.Storage.Servers.ThisServer(), clock));
        var sent = await deliver.Run(claimed[0]);
        Assert.Equal(DeliveryOutcome.Sent, sent.Outcome);
        Assert.False(Assert.Single(teams.Channel.Messages).Activity.TryGetProperty("attachments", out _));
    }

    [Fact]
    public async Task A_sender_whose_claim_has_ended_sends_nothing_and_leaves_it_to_the_next()
    {
        var (due, place) = await teams.Person();
        await teams.Opens(due, place);
        var (outbox, pace) = (teams.Site.Services.GetRequiredService<Outbox>(), teams.Site.Services.GetRequiredService<OutboxPace>());
        var claimed = Assert.Single(await outbox.Next([], 1, TimeSpan.FromSeconds(45), pace));
        SendBefore before = new(clock, TimeSpan.FromSeconds(35));
        clock.Advance(TimeSpan.FromSeconds(36)); // A machine that stood still.
        var late = await teams.Site.Services.GetRequiredService<DeliverMessage>().Run(claimed, before);
        Assert.Equal((DeliveryOutcome.Later, "late"), (late.Outcome, late.Why));
        Assert.DoesNotContain(teams.Channel.Calls, call => call.Method == "POST");

        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Empty(await outbox.Next([], 1, TimeSpan.FromSeconds(45), pace)); // Its outcome is unknown to everybody else.
        await outbox.Next([late with { Claim = claimed.Claim }], 0, TimeSpan.FromSeconds(45), pace);
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, await teams.Empties());
        Assert.Single(teams.Channel.Messages);
    }

    private sealed class BigCards : IRenderTurns
    {
        public ChannelActivity Render(OutgoingMessage message) => new()
        {
            Type = "message", Attachments = [new() { ContentType = "x", Content = System.Text.Json.JsonSerializer.SerializeToElement(new string('x', 40_000)) }],
        };
    }
}
