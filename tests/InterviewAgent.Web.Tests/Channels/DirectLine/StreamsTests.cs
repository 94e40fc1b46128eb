using InterviewAgent.Storage.Servers;
using InterviewAgent.Web.Channels.DirectLine;

namespace InterviewAgent.Web.Tests.Channels.DirectLine;

public sealed class StreamsTests
{
    private readonly Streams streams = new(new InterviewAgent.Interviewing.NewTurns(), new NoOtherServer());

    [Fact]
    public async Task News_that_come_beside_a_pulse_are_news()
    {
        var conversation = Guid.NewGuid();
        using var listener = streams.Listen(conversation)!;
        streams.Pulse(listener.Group);
        streams.Wake(conversation);
        Assert.True(await listener.HasNews(CancellationToken.None));
        streams.Pulse(listener.Group);
        Assert.False(await listener.HasNews(CancellationToken.None));
    }

    [Fact]
    public async Task One_round_of_pulses_reaches_every_stream_once()
    {
        var listeners = Enumerable.Range(0, 3 * Streams.PulseGroups + 1).Select(_ => streams.Listen(Guid.NewGuid())!).ToList();
        for (var group = 0; group < Streams.PulseGroups; group++)
        {
            streams.Pulse(group);
        }

        foreach (var listener in listeners)
        {
            Assert.False(await listener.HasNews(CancellationToken.None));
            listener.Dispose();
        }

        streams.Pulse(0);
        using CancellationTokenSource now = new();
        await now.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await listeners[0].HasNews(now.Token));
    }

    [Fact]
    public void A_conversation_has_so_many_tabs_and_no_more()
    {
        var conversation = Guid.NewGuid();
        var tabs = Enumerable.Range(0, 16).Select(_ => streams.Listen(conversation)!).ToList();
        Assert.Null(streams.Listen(conversation));
        tabs[3].Dispose();
        using var another = streams.Listen(conversation);
        Assert.NotNull(another);
    }
}
