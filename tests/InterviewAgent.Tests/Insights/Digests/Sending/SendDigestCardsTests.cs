using System.Net;
using System.Text.Json.Nodes;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Insights.Digests.Sending;

namespace InterviewAgent.Tests.Insights.Digests.Sending;

public sealed class SendDigestCardsTests : IDisposable
{
    private readonly HttpListener workflow = new();
    private readonly List<string> posted = [];
    private readonly string address;
    private Func<int, HttpStatusCode> answer = _ => HttpStatusCode.Accepted;

    public SendDigestCardsTests()
    {
        using (var port = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0))
        {
            port.Start();
            address = $"http://127.0.0.1:{((IPEndPoint)port.LocalEndpoint).Port}/workflows/x/";
        }
        workflow.Prefixes.Add(address);
        workflow.Start();
        _ = Listen();
    }

    [Fact]
    public async Task The_workflow_gets_one_message_with_the_card()
    {
        using DigestOffice office = new(new TeamsAddress(address));
        for (var round = 0; round < 3; round++)
        {
            await office.Queue();
            await office.Cards();
            office.Clock.Now = office.Clock.Now.AddHours(1);
        }
        var message = JsonNode.Parse(Assert.Single(posted))!;
        Assert.Equal("message", (string?)message["type"]);
        var attached = message["attachments"]![0]!;
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)attached["contentType"]);
        Assert.Equal(("AdaptiveCard", "1.5"), ((string?)attached["content"]!["type"], (string?)attached["content"]!["version"]));
        Assert.DoesNotContain("I keep my sheet", posted[0], StringComparison.Ordinal);
        Assert.Equal(SendingState.Sent, Row(office).State);
    }

    [Fact]
    public async Task What_the_workflow_does_not_take_now_it_gets_later_and_longer_apart()
    {
        answer = n => n < 3 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.Accepted;
        using DigestOffice office = new(new TeamsAddress(address));
        await office.Queue();
        await office.Cards();
        Assert.Equal((SendingState.Queued, "503"), (Row(office).State, Row(office).Refusal));
        var first = Row(office).NextAt - office.Clock.Now;
        await office.Cards();
        Assert.Single(posted);
        office.Clock.Now += first;
        await office.Cards();
        Assert.True(Row(office).NextAt - office.Clock.Now > first);
        office.Clock.Now = Row(office).NextAt;
        await office.Cards();
        Assert.Equal((3, SendingState.Sent), (posted.Count, Row(office).State));
    }

    /// <summary>A digest that is posted, and not again a day later.</summary>
    private async Task<DigestOffice> PostedOnce()
    {
        DigestOffice office = new(new TeamsAddress(address));
        await office.Queue();
        await office.Cards();
        office.Clock.Now = office.Clock.Now.AddDays(1);
        await office.Cards();
        Assert.Single(posted);
        return office;
    }

    [Theory]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task What_it_may_have_taken_is_not_posted_twice(HttpStatusCode status)
    {
        answer = _ => status;
        using var office = await PostedOnce();
        Assert.Equal(SendingState.Unknown, Row(office).State);
    }

    [Fact]
    public async Task What_it_refuses_is_not_tried_again()
    {
        answer = _ => HttpStatusCode.Unauthorized;
        using var office = await PostedOnce();
        Assert.Equal((SendingState.Refused, "401"), (Row(office).State, Row(office).Refusal));
    }

    [Fact]
    public async Task A_private_address_is_not_called_unless_it_is_allowed()
    {
        using DigestOffice office = new(new TeamsAddress(address));
        using CardPost strict = new(allowPrivate: false);
        await office.Queue();
        await new SendDigestCards(office.Get<DigestRows>(), office.Get<InterviewAgent.Insights.Digests.Rendering.DigestCard>(), new TeamsAddress(address), strict,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<SendDigestCards>.Instance).Run(default);
        Assert.Empty(posted);
        Assert.Equal((SendingState.Refused, "private address"), (Row(office).State, Row(office).Refusal));
    }

    private static DigestSending Row(DigestOffice office) => office.Rows().Single(row => row.Channel == DigestChannel.Teams);

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                var call = await workflow.GetContextAsync();
                using var reader = new StreamReader(call.Request.InputStream);
                posted.Add(await reader.ReadToEndAsync());
                call.Response.StatusCode = (int)answer(posted.Count);
                call.Response.Close();
            }
        }
        catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
        {
        }
    }

    public void Dispose() => workflow.Close();
}
