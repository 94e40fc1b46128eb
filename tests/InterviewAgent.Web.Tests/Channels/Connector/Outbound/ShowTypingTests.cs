using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Web.Channels.Connector.Outbound;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Channels.Connector.Outbound;

public sealed class ShowTypingTests : IAsyncLifetime
{
    private readonly FastClock clock = new();
    private Teams teams = null!;

    public async Task InitializeAsync() => teams = await Teams.Start(clock);

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Fact]
    public async Task While_something_takes_its_time_it_shows_and_then_no_more()
    {
        var (_, place) = await teams.Person();
        TaskCompletionSource<int> work = new();
        var shown = Typing.While(place, work.Task);
        await Calls(2);
        work.SetResult(7);
        Assert.Equal(7, await shown);
        var after = teams.Channel.Calls.Count;
        Assert.All(teams.Channel.Calls, call => Assert.Equal("typing", call.Body.GetProperty("type").GetString()));
        Assert.All(clock.Waits.Skip(1), wait => Assert.True(wait >= TimeSpan.FromSeconds(3)));
        Assert.Equal(after, teams.Channel.Calls.Count);
    }

    [Fact]
    public async Task A_channel_that_is_down_stops_nobody()
    {
        var (_, place) = await teams.Person();
        teams.Channel.Always = (_, _) => new ChannelFault(500);
        Assert.Equal(7, await Typing.While(place, Later(7)));
    }

    [Fact]
    public async Task What_is_answered_at_once_shows_nothing()
    {
        Conversation place = new() { Channel = "msteams", ServiceUrl = teams.Channel.ServiceUrl, BotId = "28:b", ChannelConversationId = "a:1" };
        Assert.Equal(7, await new ShowTyping(teams.Connector, TimeProvider.System).While(place, Task.FromResult(7)));
        Assert.Empty(teams.Channel.Calls);
    }

    private ShowTyping Typing => teams.Site.Services.GetRequiredService<ShowTyping>();

    private async Task<int> Later(int value)
    {
        await Calls(1);
        return value;
    }

    private async Task Calls(int count)
    {
        for (var until = DateTimeOffset.UtcNow.AddSeconds(20); teams.Channel.Calls.Count < count;)
        {
            Assert.True(DateTimeOffset.UtcNow < until, "nothing was shown");
            await Task.Delay(10);
        }
    }
}
