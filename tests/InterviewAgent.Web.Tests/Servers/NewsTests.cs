using InterviewAgent.Web.Tests.Channels;
using InterviewAgent.Web.Tests.Channels.DirectLine;

namespace InterviewAgent.Web.Tests.Servers;

/// <summary>A respondent's stream is held by one server, and another one takes the answer.</summary>
public sealed class NewsTests : IAsyncLifetime
{
    private LocalPostgreSql? postgres;

    public async Task InitializeAsync() => postgres = await LocalPostgreSql.Start();

    public async Task DisposeAsync() => await postgres!.DisposeAsync();

    [Fact]
    public async Task The_stream_of_one_server_brings_the_reply_to_an_answer_posted_to_another_also_after_the_store_restarted()
    {
        (string, string)[] shared = [("Storage:Provider", "PostgreSQL"), ("Storage:Connection", postgres!.To("news"))];
        await using Site one = new(shared), other = new(shared);
        var person = await Invited.To(one);
        var here = await person.Chats();
        DirectLineClient there = new(other.CreateClient(), here.Token, here.Conversation);
        using var stream = await OpenStream.Of(one, here);

        await there.Say("Yes, start", "c1");
        await stream.Until(Asks);
        await postgres.Restart();
        await Again(() => there.Say("I copy the numbers over at the end of the day.", "c2"));
        await stream.Until(Asks);
    }

    private static bool Asks(System.Text.Json.JsonElement activity) => activity.GetProperty("from").GetProperty("role").GetString() == "bot"
        && activity.GetProperty("type").GetString() == "message";

    /// <summary>As a client does: the same message once more until it is taken.</summary>
    private static async Task Again(Func<Task> say)
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                await say();
                return;
            }
            catch (Xunit.Sdk.XunitException) when (tries < 50)
            {
                await Task.Delay(200);
            }
        }
    }
}
