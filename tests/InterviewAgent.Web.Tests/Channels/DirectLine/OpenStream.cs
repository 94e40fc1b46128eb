using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace InterviewAgent.Web.Tests.Channels.DirectLine;

/// <summary>A client's stream, from now on.</summary>
internal sealed class OpenStream : IDisposable
{
    private readonly WebSocket socket;
    private readonly byte[] buffer = new byte[1 << 20];

    private OpenStream(WebSocket socket) => this.socket = socket;

    public static async Task<OpenStream> Of(Site site, DirectLineClient chat)
    {
        var started = await (await chat.Get($"conversations/{chat.Conversation}")).Content.ReadFromJsonAsync<JsonElement>();
        return new(await site.Server.CreateWebSocketClient().ConnectAsync(new Uri(started.GetProperty("streamUrl").GetString()!), CancellationToken.None));
    }

    /// <summary>All activities up to and with the first that is asked for.</summary>
    public async Task<IReadOnlyList<JsonElement>> Until(Func<JsonElement, bool> wanted)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        List<JsonElement> heard = [];
        while (!heard.Exists(activity => wanted(activity)))
        {
            var part = await socket.ReceiveAsync(new ArraySegment<byte>(buffer), limit.Token);
            if (part.Count > 0)
            {
                heard.AddRange(JsonDocument.Parse(buffer.AsMemory(0, part.Count)).RootElement.GetProperty("activities").EnumerateArray().Select(activity => activity.Clone()));
            }
        }

        return heard;
    }

    public void Dispose() => socket.Dispose();
}
