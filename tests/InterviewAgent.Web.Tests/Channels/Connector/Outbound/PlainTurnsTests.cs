using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Web.Channels.Connector.Outbound;

namespace InterviewAgent.Web.Tests.Channels.Connector.Outbound;

public sealed class PlainTurnsTests
{
    private static readonly Notices Notices = Notices.Load(
        Path.Combine(AppContext.BaseDirectory, "prompts"), NeutralityGate.Load(Path.Combine(AppContext.BaseDirectory, "prompts")));

    private static readonly Conversation Place = new() { Channel = "sms", ServiceUrl = "https://x/", BotId = "b" };

    [Fact]
    public void What_can_be_tapped_elsewhere_stands_below_as_words()
    {
        var shown = new PlainTurns(Notices).Render(Turn(current: true, "Skip", "Stop"));
        Assert.Equal("What changed?\n\nAlso understood here: Skip · Stop", shown.Text);
        Assert.Equal(("plain", "expectingInput"), (shown.TextFormat, shown.InputHint));
    }

    [Fact]
    public void An_answered_question_offers_nothing_any_more() =>
        Assert.Equal("What changed?", new PlainTurns(Notices).Render(Turn(current: false, "Skip")).Text);

    [Fact]
    public void A_notice_is_its_words() =>
        Assert.Equal(Notices.Words("none-due"), new PlainTurns(Notices).Render(new(Guid.NewGuid(), Place, null, "none-due")).Text);

    private static OutgoingMessage Turn(bool current, params string[] actions) => new(
        Guid.NewGuid(), Place, new(Guid.NewGuid(), Guid.NewGuid(), 3, MoveKind.CoreQuestion, "What changed?", new Offer(actions, [], false, 5), current), null);
}
