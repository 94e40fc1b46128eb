using System.Net.WebSockets;
using System.Text.Json;
using InterviewAgent.Web.Channels.DirectLine.Conformance;
using InterviewAgent.Web.Draining;

namespace InterviewAgent.Web.Channels.DirectLine;

/// <summary>
/// The WebSocket of one device: sets of activities from its watermark on, or an empty frame to keep it alive; anything else ends
/// Web Chat. One loop writes. A socket that does not take a frame in time is dropped and comes back with its watermark.
/// </summary>
internal sealed class StreamSocket(
    DirectLineTokens tokens, Streams streams, IServiceScopeFactory scopes, ConformanceDoor door, Drain drain, TimeProvider clock)
{
    // Whatever clients send is overwritten by what the next one sends, and read by nobody: one for all sockets.
    private static readonly byte[] Waste = new byte[256];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(2);

    public async Task Open(HttpContext http, string conversationId)
    {
        var (visitor, _) = await tokens.ReadTicket(http.Request.Query["t"].ToString());
        if (visitor is null || visitor.CheckInId.ToString("N") != conversationId || (visitor.OfGuide && !door.Admits(http)) || !SameOrigin.Allows(http.Request))
        {
            await DirectLineJson.Error(403, "BadTicket", "The stream's ticket has expired or is not valid.").ExecuteAsync(http);
            return;
        }

        if (!http.WebSockets.IsWebSocketRequest)
        {
            await DirectLineJson.Error(400, "BadRequest", "This address is for a WebSocket.").ExecuteAsync(http);
            return;
        }

        if (drain.HasBegun)
        {
            // Another server takes it: who spreads the requests asks the next one.
            await DirectLineJson.Error(503, "ServiceUnavailable", "This server is leaving; connect again.").ExecuteAsync(http);
            return;
        }

        using var listener = streams.Listen(visitor.CheckInId);
        if (listener is null || await Look(visitor, 0) is not { } first
            || Watermark.Read(http.Request.Query["watermark"].FirstOrDefault(), absent: first.Last) is not { } watermark)
        {
            await DirectLineJson.Error(listener is null ? 429 : 400, "BadArgument", "This stream cannot be opened.").ExecuteAsync(http);
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(drain.StreamsEnd, http.RequestAborted);
        using var heard = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var reading = Ignore(socket, ending, heard.Token);
        try
        {
            await Write(socket, visitor, listener, watermark, ending.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException)
        {
            // The other side left, or did not take a frame in time.
        }

        await Close(socket, drain.StreamsEnd.IsCancellationRequested ? WebSocketCloseStatus.EndpointUnavailable : WebSocketCloseStatus.NormalClosure);
        // A receive that is cancelled breaks the connection off: only after the other side had time to say goodbye too.
        heard.CancelAfter(Goodbye);
        await reading;
    }

    private async Task Write(WebSocket socket, Visitor visitor, Streams.Listener listener, int watermark, CancellationToken ending)
    {
        var look = true;
        while (!ending.IsCancellationRequested)
        {
            if (look)
            {
                if (await Look(visitor, watermark) is not { } news)
                {
                    return;
                }

                if (news.Set.Activities.Count > 0)
                {
                    await Send(socket, JsonSerializer.SerializeToUtf8Bytes(news.Set, DirectLineJson.Options), ending);
                }

                watermark = news.Last;
            }
            else
            {
                await Send(socket, [], ending);
            }

            look = await listener.HasNews(ending);
        }
    }

    /// <summary>Null when the link has ended since.</summary>
    private async Task<(ActivitySet Set, int Last)?> Look(Visitor visitor, int watermark)
    {
        await using var scope = scopes.CreateAsyncScope();
        var talk = scope.ServiceProvider.GetRequiredService<Talks>().Of(visitor);
        if (!await talk.IsOpen(visitor, CancellationToken.None))
        {
            return null;
        }

        var seen = await talk.Seen(visitor, CancellationToken.None);
        var news = ActivityLog.After(seen, visitor, watermark);
        return (seen.Owed && news.Activities.Count > 0 ? ActivityLog.WithTyping(news, visitor, clock.GetUtcNow()) : news, seen.Last);
    }

    private static async Task Send(WebSocket socket, byte[] frame, CancellationToken ending)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ending);
        limit.CancelAfter(Patience);
        await socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, limit.Token);
    }

    // Clients send empty frames to say that they are there; whatever else comes is not read either.
    private static async Task Ignore(WebSocket socket, CancellationTokenSource ending, CancellationToken heard)
    {
        try
        {
            while ((await socket.ReceiveAsync(Waste.AsMemory(), heard)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException)
        {
            // Nothing to read any more.
        }

        await ending.CancelAsync();
    }

    private static async Task Close(WebSocket socket, WebSocketCloseStatus why)
    {
        try
        {
            using CancellationTokenSource limit = new(Goodbye);
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(why, null, limit.Token);
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException or IOException)
        {
            socket.Abort();
        }
    }
}
