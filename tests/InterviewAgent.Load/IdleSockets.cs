using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace InterviewAgent.Load;

/// <summary>Direct Line streams of conversations with the conformance guide that are open and silent. Needs ulimit -n above their number.</summary>
internal static class IdleSockets
{
    private const string Secret = "secret-of-the-load-run";

    public static async Task Hold(int count, int seconds)
    {
        await using var channel = await Channel.Start();
        await using var bot = new OurBot(channel) { Guide = Secret };
        await bot.Start();
        using HttpClient http = new() { BaseAddress = bot.Address };
        await Open(http, bot, 50); // Warm: code is compiled, pools are filled.
        await Task.Delay(TimeSpan.FromSeconds(5));
        var before = bot.Memory();
        List<ClientWebSocket> open = [];
        while (open.Count < count)
        {
            open.AddRange(await Open(http, bot, Math.Min(50, count - open.Count)));
        }

        var opened = bot.Memory();
        long keepAlive = 0;
        using CancellationTokenSource over = new();
        var reading = open.Select(socket => Read(socket, () => Interlocked.Increment(ref keepAlive), over.Token)).ToList();
        var cpu = bot.Processor();
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        var (idle, used) = (bot.Memory(), bot.Processor() - cpu);
        var alive = open.Count(socket => socket.State == WebSocketState.Open);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{alive} of {count} sockets open after {seconds} s; server {before} MB before, {opened} MB when all were open, {idle} MB idle: {(idle - before) * 1024.0 / count:0.0} KB a socket; {keepAlive} frames, {used.TotalSeconds / seconds * 100:0.0} % of one core"));
        await over.CancelAsync();
        open.ForEach(socket => socket.Abort());
        await Task.WhenAll(reading);
    }

    private static async Task<IEnumerable<ClientWebSocket>> Open(HttpClient http, Bot bot, int count) => await Task.WhenAll(Enumerable.Range(0, count).Select(async _ =>
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("/v3/directline/conversations", UriKind.Relative)) { Content = JsonContent.Create(new { }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        using var answer = (await http.SendAsync(request)).EnsureSuccessStatusCode();
        var stream = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("streamUrl").GetString()!;
        ClientWebSocket socket = new();
        socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await socket.ConnectAsync(new Uri(stream), CancellationToken.None);
        return socket;
    }));

    private static async Task Read(ClientWebSocket socket, Action frame, CancellationToken over)
    {
        var buffer = new byte[2048];
        try
        {
            while ((await socket.ReceiveAsync(buffer.AsMemory(), over)).MessageType != WebSocketMessageType.Close)
            {
                frame();
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // The run is over.
        }
    }
}
