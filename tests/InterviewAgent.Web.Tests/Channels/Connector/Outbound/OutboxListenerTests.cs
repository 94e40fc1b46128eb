using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Web.Channels.Connector.Outbound;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Channels.Connector.Outbound;

public sealed class OutboxListenerTests
{
    [Fact]
    public async Task A_reply_is_sent_as_soon_as_it_is_stored_and_a_throttled_one_when_it_falls_due()
    {
        await using var teams = await Teams.Start(settings: ("Jobs:Run", "true"));
        var (due, place) = await teams.Person();
        var opened = await teams.Opens(due, place);
        await teams.Channel.Shows("a:1", 1);
        teams.Channel.Next(ChannelFault.TooMany("3"));
        await teams.Says(opened.InterviewId, "Yes, start", place);
        Assert.Equal(2, (await teams.Channel.Shows("a:1", 2)).Count);
    }

    [Fact]
    public async Task A_sender_killed_between_sending_and_noting_sends_nothing_twice()
    {
        FastClock clock = new();
        await using var teams = await Teams.Start(clock);
        var (due, place) = await teams.Person();
        var opened = await teams.Opens(due, place);
        var outbox = teams.Site.Services.GetRequiredService<Outbox>();
        var pace = teams.Site.Services.GetRequiredService<OutboxPace>();
        foreach (var message in await outbox.Next([], 1, TimeSpan.FromSeconds(45), pace))
        {
            await teams.Site.Services.GetRequiredService<DeliverMessage>().Run(message); // And here the power goes.
        }

        await teams.Says(opened.InterviewId, "Yes, start", place);
        Assert.Equal(0, await teams.Empties()); // Its order is kept until the outcome is known to be unknown.
        clock.Advance(TimeSpan.FromSeconds(45) + TimeSpan.FromSeconds(1));
        Assert.Equal(1, await teams.Empties());
        Assert.Equal([OutboxState.Unknown, OutboxState.Sent], (await teams.Rows()).Select(row => row.State));
        Assert.Equal(2, teams.Channel.Messages.Count);
    }
}
