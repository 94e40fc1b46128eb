using System.Net.Sockets;
using System.Text.Json;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Web.Channels.Connector;
using InterviewAgent.Web.Channels.Connector.Outbound;

namespace InterviewAgent.Web.Tests.Channels.Connector.Outbound;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private static readonly ChannelActivity Words = new() { Type = "message", Text = "Zażółć?", TextFormat = "plain" };

    private readonly FastClock clock = new();
    private Teams teams = null!;

    public async Task InitializeAsync() => teams = await Teams.Start(clock, ("Connector:Outbound:TimeoutSeconds", "1"));

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Fact]
    public async Task A_message_goes_out_escaped_with_a_token_and_without_id_time_or_nulls()
    {
        var came = Words with { Id = "old", Timestamp = "2026-01-01T00:00:00Z" };
        var sent = await teams.Connector.Send(new(teams.Channel.ServiceUrl + "/", "19:a@thread.tacv2;messageid=1"), came);
        var call = Assert.Single(teams.Channel.Calls);
        Assert.Equal(("POST", "/teams/v3/conversations/19%3Aa%40thread.tacv2%3Bmessageid%3D1/activities"), (call.Method, call.Path));
        Assert.Equal("Bearer bot-token-1", call.Authorization);
        Assert.Equal(["text", "textFormat", "type"], call.Body.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal("Zażółć?", call.Body.GetProperty("text").GetString());
        Assert.True(sent.Done);
        Assert.Equal(Assert.Single(teams.Channel.Messages).Id, sent.Value.Id);
    }

    [Fact]
    public async Task Every_operation_has_its_address()
    {
        var sent = (await teams.Connector.Send(teams.Place, Words)).Value.Id!;
        Assert.True((await teams.Connector.Reply(teams.Place, "in/1", Words)).Done);
        Assert.True((await teams.Connector.Update(teams.Place, sent, Words with { Text = "Changed" })).Done);
        Assert.Equal("Ada Vale", Assert.Single((await teams.Connector.Members(teams.Place)).Value).Name);
        Assert.Equal("29:ada", (await teams.Connector.Member(teams.Place, "29:ada")).Value.Id);
        Assert.True((await teams.Connector.Delete(teams.Place, sent)).Done);
        Assert.StartsWith("conversation-", (await teams.Connector.CreateConversation(new(teams.Channel.ServiceUrl, "28:b", "29:u", "t"))).Value.Id, StringComparison.Ordinal);
        Assert.Equal(
            ["POST a%3A1/activities", "POST a%3A1/activities/in%2F1", $"PUT a%3A1/activities/{sent}", "GET a%3A1/members", "GET a%3A1/members/29%3Aada",
                $"DELETE a%3A1/activities/{sent}", "POST "],
            teams.Channel.Calls.Select(call => $"{call.Method} {call.Path.Replace("/teams/v3/conversations", "", StringComparison.Ordinal).TrimStart('/')}"));
        var made = teams.Channel.Calls[^1].Body;
        Assert.Equal("""{"bot":{"id":"28:b"},"members":[{"id":"29:u"}],"isGroup":false,"tenantId":"t","channelData":{"tenant":{"id":"t"}}}""", made.GetRawText());
        Assert.Equal("in/1", teams.Channel.Calls[1].Body.GetProperty("replyToId").GetString());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://notbotframework.com/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://u:p@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net/?x=")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("/relative")]
    [InlineData("")]
    public async Task To_a_host_that_is_not_allowed_nothing_goes_and_no_token_is_asked_for(string serviceUrl)
    {
        var sent = await teams.Connector.Send(new(serviceUrl, "a:1"), Words);
        Assert.Equal((DeliveryOutcome.Refused, "host not allowed"), (sent.Outcome, sent.Why));
        Assert.Empty(teams.Signed.Issuer.TokensAskedFor);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task An_id_that_would_climb_is_refused(string id)
    {
        Assert.Equal(DeliveryOutcome.Refused, (await teams.Connector.Send(new(teams.Channel.ServiceUrl, id), Words)).Outcome);
        Assert.Empty(teams.Channel.Calls);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(502)]
    [InlineData(504)]
    [InlineData(429)]
    public async Task What_had_no_effect_is_tried_again(int status)
    {
        teams.Channel.Next(new ChannelFault(status), new ChannelFault(status));
        Assert.True((await teams.Connector.Send(teams.Place, Words)).Done);
        Assert.Equal(3, teams.Channel.Calls.Count);
        Assert.Single(teams.Channel.Messages);
        Assert.All(clock.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public async Task After_the_last_try_it_waits_in_the_outbox()
    {
        teams.Channel.Always = (_, _) => ChannelFault.BadGateway;
        var sent = await teams.Connector.Send(teams.Place, Words);
        Assert.Equal((DeliveryOutcome.Later, 3), (sent.Outcome, teams.Channel.Calls.Count));
    }

    [Fact]
    public async Task A_short_rest_that_the_channel_asks_for_is_kept_on_the_spot()
    {
        teams.Channel.Next(ChannelFault.TooMany("1"));
        Assert.True((await teams.Connector.Send(teams.Place, Words)).Done);
        Assert.Contains(TimeSpan.FromSeconds(1), clock.Waits);
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("Mon, 02 Mar 2026 09:01:00 GMT", 60)]
    [InlineData("Mon, 02 Mar 2020 09:01:00 GMT", 0)]
    [InlineData("999999999", 3600)]
    [InlineData("soon", null)]
    public async Task A_long_rest_is_handed_to_the_outbox(string retryAfter, int? seconds)
    {
        teams.Channel.Always = (_, _) => ChannelFault.TooMany(retryAfter);
        var sent = await teams.Connector.Send(teams.Place, Words);
        Assert.Equal((DeliveryOutcome.Later, "throttled"), (sent.Outcome, sent.Why));
        Assert.Equal(seconds, (int?)sent.After?.TotalSeconds);
        Assert.Equal(seconds > 2 ? 1 : 3, teams.Channel.Calls.Count);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(408)]
    public async Task What_may_have_been_delivered_is_never_repeated(int status)
    {
        teams.Channel.Always = (_, _) => new ChannelFault(status, Delivers: true);
        Assert.Equal(DeliveryOutcome.Unknown, (await teams.Connector.Send(teams.Place, Words)).Outcome);
        Assert.Equal(DeliveryOutcome.Unknown, (await teams.Connector.Reply(teams.Place, "1", Words)).Outcome);
        Assert.Equal(2, teams.Channel.Messages.Count);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_an_unknown_outcome()
    {
        teams.Channel.Next(ChannelFault.HangsAfterDelivery(TimeSpan.FromSeconds(20)));
        Assert.Equal((DeliveryOutcome.Unknown, "lost"), ((await teams.Connector.Send(teams.Place, Words)) is var sent ? (sent.Outcome, sent.Why) : default));
        Assert.Single(teams.Channel.Messages);
    }

    [Fact]
    public async Task A_connection_cut_after_the_message_went_out_is_an_unknown_outcome_and_none_at_all_is_not()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var place = teams.Place with { ServiceUrl = $"http://127.0.0.1:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}" };
        var cut = Task.Run(async () =>
        {
            using var socket = await listener.AcceptSocketAsync();
            await socket.ReceiveAsync(new byte[4096]);
            await socket.ReceiveAsync(new byte[4096]); // The body, where it comes apart from the head.
        });
        var sent = await teams.Connector.Send(place, Words with { Text = new string('x', 6000) });
        await cut;
        Assert.Equal((DeliveryOutcome.Unknown, "lost"), (sent.Outcome, sent.Why));

        listener.Stop();
        sent = await teams.Connector.Send(place, Words);
        Assert.Equal((DeliveryOutcome.Later, "unreachable"), (sent.Outcome, sent.Why));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(408)]
    [InlineData(502)]
    public async Task What_can_be_done_twice_is_tried_again_after_any_failure(int status)
    {
        var id = (await teams.Connector.Send(teams.Place, Words)).Value.Id!;
        teams.Channel.Next(new ChannelFault(status), new ChannelFault(status));
        Assert.True((await teams.Connector.Update(teams.Place, id, Words)).Done);
        teams.Channel.Next(new ChannelFault(status));
        Assert.True((await teams.Connector.Delete(teams.Place, id)).Done);
        teams.Channel.Next(new ChannelFault(status));
        Assert.True((await teams.Connector.Members(teams.Place)).Done);
    }

    [Theory]
    [InlineData(403, """{"error":{"code":"MessageWritesBlocked","message":"x"}}""", DeliveryOutcome.Stopped, "blocked")]
    [InlineData(403, """{"errorCode":209,"message":"{\r\n  \"subCode\": \"MessageWritesBlocked\",\r\n  \"details\": \"x\"}"}""", DeliveryOutcome.Stopped, "blocked")]
    [InlineData(403, """{"error":{"code":"ConversationBlockedByUser"}}""", DeliveryOutcome.Stopped, "blocked")]
    [InlineData(403, """{"error":{"code":"BotNotInConversationRoster","message":"The bot is not part of the conversation roster."}}""", DeliveryOutcome.Stopped, "not installed")]
    [InlineData(403, """{"error":{"code":"Forbidden","message":"The bot is not installed in the user's personal scope"}}""", DeliveryOutcome.Stopped, "not installed")]
    [InlineData(403, """{"error":{"code":"ContentStreamNotAllowed"}}""", DeliveryOutcome.Refused, "no stream")]
    [InlineData(403, """{"error":{"code":"Other"}}""", DeliveryOutcome.Refused, "forbidden")]
    [InlineData(403, "<html>a proxy that says roster</html>", DeliveryOutcome.Refused, "forbidden")]
    [InlineData(404, """{"error":{"code":"ConversationNotFound"}}""", DeliveryOutcome.Stopped, "gone")]
    [InlineData(404, "", DeliveryOutcome.Stopped, "gone")]
    [InlineData(404, """{"error":{"code":"ActivityNotFound"}}""", DeliveryOutcome.Refused, "no such activity")]
    [InlineData(413, """{"error":{"code":"MessageSizeTooBig"}}""", DeliveryOutcome.Refused, "too big")]
    [InlineData(400, """{"error":{"code":"MessageSizeTooBig"}}""", DeliveryOutcome.Refused, "too big")]
    [InlineData(400, """{"error":{"code":"BadArgument"}}""", DeliveryOutcome.Refused, "refused 400")]
    [InlineData(501, "", DeliveryOutcome.Refused, "not supported")]
    [InlineData(302, "", DeliveryOutcome.Refused, "redirected")]
    public async Task A_refusal_is_understood_and_not_repeated(int status, string body, DeliveryOutcome outcome, string why)
    {
        teams.Channel.Next(new ChannelFault(status, Body: body.StartsWith('{') ? JsonSerializer.Deserialize<JsonElement>(body) : body.Length > 0 ? body : null));
        var sent = await teams.Connector.Send(teams.Place, Words);
        Assert.Equal((outcome, why), (sent.Outcome, sent.Why));
        Assert.Single(teams.Channel.Calls);
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once()
    {
        teams.Channel.Next(new ChannelFault(401));
        Assert.True((await teams.Connector.Send(teams.Place, Words)).Done);
        Assert.Equal(["Bearer bot-token-1", "Bearer bot-token-2"], teams.Channel.Calls.Select(call => call.Authorization));

        teams.Channel.Always = (_, _) => new ChannelFault(401);
        var sent = await teams.Connector.Send(teams.Place, Words);
        Assert.Equal((DeliveryOutcome.Later, "unauthorized", 4), (sent.Outcome, sent.Why, teams.Channel.Calls.Count));
    }

    [Fact]
    public async Task A_success_whose_answer_cannot_be_read_is_a_success()
    {
        teams.Channel.Next(new ChannelFault(200, Delivers: true, Body: "no object"));
        var sent = await teams.Connector.Send(teams.Place, Words);
        Assert.True(sent.Done);
        Assert.Null(sent.Value.Id);
    }

    [Fact]
    public async Task What_no_channel_takes_is_not_sent()
    {
        var sent = await teams.Connector.Send(teams.Place, Words with { Text = new string('x', 100_000) });
        Assert.Equal((DeliveryOutcome.Refused, "too big"), (sent.Outcome, sent.Why));
        Assert.Empty(teams.Channel.Calls);
    }
}
