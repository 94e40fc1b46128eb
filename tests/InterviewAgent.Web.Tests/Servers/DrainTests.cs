using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using InterviewAgent.Web.Tests.Resilience;

namespace InterviewAgent.Web.Tests.Servers;

/// <summary>The real server is told to leave (SIGTERM) while somebody talks.</summary>
public class DrainTests
{
    [Fact]
    public async Task A_server_that_leaves_says_so_first_serves_on_and_then_sends_its_streams_elsewhere()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(3));
        await using ServerProcess server = new() { Extra = { ["Drain:NoticeSeconds"] = "15" } };
        await server.Start(limit.Token);
        var link = Assert.Single(await Invitations.Send(server, 1));
        using HttpClient client = new() { BaseAddress = server.Address };
        var talk = await Begin(client, link, limit.Token);
        using ClientWebSocket stream = new();
        await stream.ConnectAsync(new Uri(talk.GetProperty("streamUrl").GetString()!), limit.Token);
        var closed = Closed(stream, limit.Token);

        using var signal = Process.Start("kill", ["-TERM", $"{server.Id}"]);
        await Until(async () => (await client.GetAsync(Ready, limit.Token)).StatusCode == HttpStatusCode.ServiceUnavailable, limit.Token);

        // Not ready, and still there: what comes is answered, and a new stream is sent elsewhere.
        Assert.False(closed.IsCompleted);
        var posted = await client.PostAsJsonAsync($"/v3/directline/conversations/{talk.GetProperty("conversationId").GetString()}/activities",
            new { type = "message", text = "Yes, start", channelData = new { clientActivityID = "last" } }, limit.Token);
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        using ClientWebSocket late = new();
        Assert.Contains("503", (await Assert.ThrowsAsync<WebSocketException>(
            () => late.ConnectAsync(new Uri(talk.GetProperty("streamUrl").GetString()!), limit.Token))).Message, StringComparison.Ordinal);

        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, await closed);
        await server.Ended(limit.Token);
        Assert.Equal(0, server.ExitCode);
    }

    private static Uri Ready { get; } = new("/health/ready", UriKind.Relative);

    private static async Task<JsonElement> Begin(HttpClient client, Uri link, CancellationToken cancellation)
    {
        (await client.PostAsync(link.PathAndQuery, null, cancellation)).Dispose();
        var token = await (await client.PostAsync("/chat/token", null, cancellation)).Content.ReadFromJsonAsync<JsonElement>(cancellation);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        return await (await client.PostAsJsonAsync("/v3/directline/conversations", new { }, cancellation)).Content.ReadFromJsonAsync<JsonElement>(cancellation);
    }

    private static async Task<WebSocketCloseStatus?> Closed(ClientWebSocket stream, CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        while ((await stream.ReceiveAsync(new ArraySegment<byte>(buffer), cancellation)).MessageType != WebSocketMessageType.Close)
        {
        }

        await stream.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellation);
        return stream.CloseStatus;
    }

    private static async Task Until(Func<Task<bool>> holds, CancellationToken cancellation)
    {
        while (!await holds())
        {
            await Task.Delay(20, cancellation);
        }
    }
}
