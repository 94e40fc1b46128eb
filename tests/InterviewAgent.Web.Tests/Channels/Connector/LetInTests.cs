using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewAgent.Web.Channels.Connector;

namespace InterviewAgent.Web.Tests.Channels.Connector;

/// <summary>What the channel sends gets in, also when it is odd, and reaches the handler as it came.</summary>
public sealed class LetInTests : IClassFixture<SharedConnectorSite>
{
    private readonly ConnectorSite site;

    public LetInTests(SharedConnectorSite shared)
    {
        ArgumentNullException.ThrowIfNull(shared);
        site = shared.Site;
        site.Recorder.Reset();
    }

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task A_signed_message_is_accepted_with_every_allowed_algorithm(string algorithm)
    {
        using var answer = await site.Post(token: token => token with { Algorithm = algorithm });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("Hello", Assert.Single(site.Recorder.Handled).Text);
    }

    [Fact]
    public async Task Four_minutes_of_a_clock_that_is_slow_are_forgiven()
    {
        using var late = await site.Post(token: token => token with { Expires = DateTimeOffset.UtcNow.AddMinutes(-4), NotBefore = DateTimeOffset.UtcNow.AddHours(-1) });
        using var early = await site.Post(token: token => token with { NotBefore = DateTimeOffset.UtcNow.AddMinutes(4) });
        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Accepted], [late.StatusCode, early.StatusCode]);
    }

    [Fact]
    public async Task A_slash_at_the_end_of_the_service_url_and_its_case_do_not_matter()
    {
        using var answer = await site.Post(token: token => token with { ServiceUrl = token.ServiceUrl!.ToUpperInvariant() + "/" });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Theory]
    [InlineData("message")]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("installationUpdate")]
    [InlineData("somethingOfNextYear")]
    public async Task Every_type_is_accepted(string type)
    {
        using var answer = await site.Post(activity => activity["type"] = type);
        Assert.True(answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task What_is_unknown_is_kept_and_case_does_not_matter()
    {
        using var answer = await site.Post(activity =>
        {
            activity.Remove("text");
            activity["TEXT"] = "Loud";
            activity["brandNew"] = new JsonObject { ["a"] = 1 };
            activity["membersAdded"] = new JsonArray(null, new JsonObject { ["id"] = "29:ada" });
            activity["entities"] = new JsonArray(null, 7, new JsonObject { ["type"] = "mention" });
        });
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var handled = Assert.Single(site.Recorder.Handled);
        Assert.Equal("Loud", handled.Text);
        Assert.Equal(1, handled.Rest!["brandNew"].GetProperty("a").GetInt32());
        Assert.Equal("29:ada", Assert.Single(handled.MembersAdded!).Id);
        Assert.Equal("mention", Assert.Single(handled.Entities!).GetProperty("type").GetString());
    }

    [Fact]
    public async Task An_answer_cut_in_the_middle_of_an_emoji_is_still_an_answer()
    {
        var body = site.Channel.Activity("X").ToJsonString().Replace("\"X\"", """ "it works \ud83d, \ud83d\ude00 and \\ud83d \ude00" """, StringComparison.Ordinal);
        using var answer = await SignedChannel.Post(site.Client, body, "Bearer " + site.Channel.Token());
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("it works \uFFFD, \U0001F600 and \\ud83d \uFFFD", Assert.Single(site.Recorder.Handled).Text);
    }

    [Fact]
    public async Task A_long_message_of_the_channel_is_read()
    {
        using var answer = await site.Post(activity => activity["text"] = new string('a', 900_000));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal(900_000, Assert.Single(site.Recorder.Handled).Text!.Length);
    }

    [Fact]
    public async Task An_invoke_is_answered_in_the_response()
    {
        site.Recorder.Does = _ => Task.FromResult<InvokeAnswer?>(new(200, new { statusCode = 200, type = "application/vnd.microsoft.activity.message", value = (string?)null }));
        using var answer = await site.Post(activity => activity["type"] = "invoke");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.activity.message"}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_invoke_that_nobody_handles_is_501_and_empty()
    {
        using var answer = await site.Post(activity => activity["type"] = "invoke");
        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Expected_replies_are_in_the_response()
    {
        site.Recorder.Does = _ => Task.FromResult<InvokeAnswer?>(InvokeAnswer.Replies(new ChannelActivity { Type = "message", Text = "Hi" }));
        using var answer = await site.Post(activity => activity["deliveryMode"] = "expectReplies");
        Assert.Equal("""{"activities":[{"type":"message","text":"Hi"}]}""", await answer.Content.ReadAsStringAsync());

        site.Recorder.Does = _ => Task.FromResult<InvokeAnswer?>(null);
        using var nothing = await site.Post(activity => activity["deliveryMode"] = "expectReplies");
        Assert.Equal("""{"activities":[]}""", await nothing.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_conversation_that_sends_too_much_is_asked_to_wait_and_others_are_not()
    {
        await using var strict = await ConnectorSite.Start(("Connector:ConversationBurst", "3"));
        for (var i = 0; i < 3; i++)
        {
            using var taken = await strict.Post();
            Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        }
        List<HttpStatusCode> rest = [];
        for (var i = 0; i < 8; i++)
        {
            using var more = await strict.Post();
            rest.Add(more.StatusCode);
        }
        Assert.Contains(HttpStatusCode.TooManyRequests, rest);
        using var other = await strict.Post(activity => activity["conversation"]!["id"] = "a:somebody-else");
        Assert.Equal(HttpStatusCode.Accepted, other.StatusCode);
    }

    [Fact]
    public void What_is_written_has_no_nulls_and_reads_back()
    {
        ChannelActivity activity = new() { Type = "message", Text = "Hi", Conversation = new() { Id = "a:1" }, ChannelId = "msteams" };
        var json = JsonSerializer.Serialize(activity, ActivityJson.Options);
        Assert.Equal("""{"type":"message","channelId":"msteams","conversation":{"id":"a:1"},"text":"Hi"}""", json);
        Assert.True(ActivityJson.TryRead(System.Text.Encoding.UTF8.GetBytes("\uFEFF" + json), out var read, out _));
        Assert.Equal("Hi", read.Text);
    }
}
