using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Interviewing.Delivery;

public sealed class RememberConversationTests : IDisposable
{
    private static readonly SeenConversation Seen = new(
        "msteams", "a:1", "https://smba.trafficmanager.net/emea/", "28:app", TenantId: "t-1", UserId: "29:1", Locale: "de-DE");

    private readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task The_same_conversation_is_one_row_and_its_address_the_newest()
    {
        await Remember(Seen);
        var place = await Remember(Seen with { ServiceUrl = "https://smba.trafficmanager.net/amer/", Locale = null });
        using var db = database.Open();
        Assert.Equal(place.Id, (await db.Conversations.SingleAsync()).Id);
        Assert.Equal(("https://smba.trafficmanager.net/amer/", "de-DE"), (place.ServiceUrl, place.Locale));
    }

    [Fact]
    public async Task Two_events_at_once_make_one_row()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Remember(Seen))));
        using var db = database.Open();
        Assert.Equal(1, await db.Conversations.CountAsync());
    }

    [Fact]
    public async Task Who_is_heard_again_can_be_written_to_again()
    {
        var first = await Remember(Seen);
        using (var db = database.Open())
        {
            await db.Conversations.ExecuteUpdateAsync(set => set
                .SetProperty(place => place.StoppedAt, TimeProvider.System.GetUtcNow()).SetProperty(place => place.StoppedWhy, "blocked"));
        }

        var again = await Remember(Seen);
        Assert.Equal((first.Id, null, null), (again.Id, again.StoppedAt, again.StoppedWhy));
    }

    [Fact]
    public async Task A_user_who_was_known_before_the_conversation_keeps_their_row()
    {
        using (var db = database.Open())
        {
            db.Add(new Conversation { Channel = "msteams", TenantId = "t-1", UserId = "29:1", ServiceUrl = "https://smba.trafficmanager.net/teams/", BotId = "28:app" });
            await db.SaveChangesAsync();
        }

        Assert.Equal("a:1", (await Remember(Seen)).ChannelConversationId);
        using var after = database.Open();
        Assert.Equal(1, await after.Conversations.CountAsync());
    }

    private async Task<Conversation> Remember(SeenConversation seen)
    {
        using var db = database.Open();
        return await new RememberConversation(db, TimeProvider.System).Run(seen);
    }
}
