using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace InterviewAgent.Web.Tests.Channels.DirectLine;

public sealed class ConversationTests : IDisposable
{
    private readonly Site site = new();

    [Fact]
    public async Task The_echo_carries_the_id_the_client_id_and_the_rest_of_channel_data()
    {
        var chat = await (await Invited.To(site)).Chats();
        var id = await chat.Say("Yes, start", "c1");
        var (activities, _) = await chat.Activities();
        var echo = Assert.Single(activities, activity => activity.GetProperty("id").GetString() == id);
        Assert.Equal("c1", echo.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal(1, echo.GetProperty("channelData").GetProperty("keep").GetInt32());
        Assert.Equal("Yes, start", echo.GetProperty("text").GetString());
        Assert.Equal(3, activities.Count);
    }

    [Fact]
    public async Task A_spoofed_sender_is_overridden_by_the_tokens_user()
    {
        var chat = await (await Invited.To(site)).Chats();
        var id = await chat.Say("Yes, start");
        var from = (await chat.Activities()).Activities.Single(activity => activity.GetProperty("id").GetString() == id).GetProperty("from");
        Assert.Equal("user", from.GetProperty("role").GetString());
        Assert.StartsWith("dl_", from.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.NotEqual("dl_evil", from.GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_same_message_twice_is_one_answer()
    {
        var chat = await (await Invited.To(site)).Chats();
        Assert.Equal(await chat.Say("Yes, start", "c1"), await chat.Say("Yes, start", "c1"));
        Assert.Equal(3, (await chat.Activities()).Activities.Count);
    }

    [Fact]
    public async Task A_watermark_brings_exactly_what_came_after_it()
    {
        var chat = await (await Invited.To(site)).Chats();
        var (first, watermark) = await chat.Activities();
        Assert.Single(first);
        var (none, same) = await chat.Activities(watermark);
        Assert.Empty(none);
        Assert.Equal(watermark, same);
        await chat.Say("Yes, start");
        Assert.Equal(2, (await chat.Activities(watermark)).Activities.Count);
        Assert.Equal(3, (await chat.Activities("")).Activities.Count);
        Assert.Equal(HttpStatusCode.BadRequest, (await chat.Get($"conversations/{chat.Conversation}/activities?watermark=x1")).StatusCode);
    }

    [Fact]
    public async Task Starting_again_is_the_same_conversation_without_a_second_greeting()
    {
        var chat = await (await Invited.To(site)).Chats();
        Assert.Equal(HttpStatusCode.OK, (await chat.Post("conversations", new { })).StatusCode);
        Assert.Single((await chat.Activities()).Activities);
    }

    [Fact]
    public async Task A_token_of_another_conversation_reaches_nothing()
    {
        var mine = await (await Invited.To(site)).Chats();
        var other = await (await Invited.To(site)).Chats();
        foreach (var answer in new[]
        {
            await mine.Get($"conversations/{other.Conversation}/activities"),
            await mine.Get($"conversations/{other.Conversation}"),
            await mine.Post($"conversations/{other.Conversation}/activities", new { type = "message", text = "in" }),
        })
        {
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Equal("BadConversation", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetProperty("code").GetString());
        }
    }

    [Theory]
    [InlineData("{bad", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":7}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"typing"}""", HttpStatusCode.OK)]
    [InlineData("""{"type":"message"}""", HttpStatusCode.OK)]
    [InlineData("""{"type":"message","text":"\ud800"}""", HttpStatusCode.OK)]
    [InlineData("""{"type":"message","text":"a","channelData":[],"value":{"kind":"read-back","all":7}}""", HttpStatusCode.OK)]
    [InlineData("""{"type":"message","text":"a","channelData":{"x":"\ud800"},"value":{"kind":"\udc00","\ud800":1}}""", HttpStatusCode.OK)]
    [InlineData("""{"\ud800":1,"type":"message","text":"a"}""", HttpStatusCode.OK)]
    public async Task Whatever_is_posted_gets_a_clean_answer(string body, HttpStatusCode expected)
    {
        var chat = await (await Invited.To(site)).Chats();
        using StringContent content = new(body, Encoding.UTF8, "application/json");
        var answer = await chat.Send(HttpMethod.Post, $"conversations/{chat.Conversation}/activities", content);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await chat.Get($"conversations/{chat.Conversation}/activities")).StatusCode);
    }

    [Fact]
    public async Task An_answer_with_half_an_emoji_in_it_is_kept_but_for_that_half()
    {
        var chat = await (await Invited.To(site)).Chats();
        await chat.Say("Yes, start");
        using StringContent content = new("""{"type":"message","text":"We plan in our own sheet \ud83d","channelData":{"clientActivityID":"c1"}}""", Encoding.UTF8, "application/json");
        await chat.Send(HttpMethod.Post, $"conversations/{chat.Conversation}/activities", content);
        Assert.Contains((await chat.Activities()).Activities, activity => activity.GetProperty("text").GetString() == "We plan in our own sheet \uFFFD");
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_measured_too()
    {
        var chat = await (await Invited.To(site)).Chats();
        using Unmeasured content = new(new string('x', 300_000));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await chat.Send(HttpMethod.Post, $"conversations/{chat.Conversation}/activities", content)).StatusCode);
    }

    private sealed class Unmeasured(string text) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    [Fact]
    public async Task More_than_256_KB_is_too_big_and_a_long_answer_is_not()
    {
        var chat = await (await Invited.To(site)).Chats();
        await chat.Say(string.Concat(Enumerable.Repeat("word ", 40_000)));
        var answer = await chat.Post($"conversations/{chat.Conversation}/activities", new { type = "message", text = new string('x', 300_000) });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Files_are_refused_cleanly()
    {
        var chat = await (await Invited.To(site)).Chats();
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await chat.Post($"conversations/{chat.Conversation}/upload", new { })).StatusCode);
    }

    [Fact]
    public async Task A_stream_replays_what_was_said_and_then_brings_what_is_new()
    {
        var chat = await (await Invited.To(site)).Chats();
        var started = await (await chat.Get($"conversations/{chat.Conversation}?watermark=")).Content.ReadFromJsonAsync<JsonElement>();
        using var socket = await Connect(started.GetProperty("streamUrl").GetString()!);
        Assert.Single((await Frame(socket)).GetProperty("activities").EnumerateArray());
        await chat.Say("Yes, start");
        var news = await Frame(socket);
        Assert.Equal(["user", "bot"], news.GetProperty("activities").EnumerateArray().Select(activity => activity.GetProperty("from").GetProperty("role").GetString()!));
        Assert.Equal((await chat.Activities()).Watermark, news.GetProperty("watermark").GetString());
    }

    [Fact]
    public async Task A_stream_without_its_ticket_is_refused()
    {
        var chat = await (await Invited.To(site)).Chats();
        foreach (var ticket in new[] { "", "bogus", chat.Token })
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(
                () => Connect($"ws://localhost/v3/directline/conversations/{chat.Conversation}/stream?t={ticket}"));
            Assert.Contains("403", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_null_is_ever_sent()
    {
        var chat = await (await Invited.To(site)).Chats();
        await chat.Say("Yes, start");
        var json = await (await chat.Get($"conversations/{chat.Conversation}/activities")).Content.ReadAsStringAsync();
        Assert.DoesNotContain(":null", json, StringComparison.Ordinal);
    }

    private Task<WebSocket> Connect(string address) => site.Server.CreateWebSocketClient().ConnectAsync(new Uri(address), CancellationToken.None);

    private static async Task<JsonElement> Frame(WebSocket socket)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(20));
        var buffer = new byte[1 << 20];
        var length = 0;
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), limit.Token);
            length += part.Count;
        }
        while (!part.EndOfMessage);
        return JsonDocument.Parse(buffer.AsMemory(0, length)).RootElement.Clone();
    }

    public void Dispose() => site.Dispose();
}
