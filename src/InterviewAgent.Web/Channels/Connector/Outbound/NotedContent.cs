using System.Net;
using System.Net.Http.Headers;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>A JSON body that knows whether any of it went out: before that a broken connection has had no effect.</summary>
internal sealed class NotedContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> json;

    public NotedContent(ReadOnlyMemory<byte> json)
    {
        this.json = json;
        Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
    }

    public bool Started { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        Started = true;
        await stream.WriteAsync(json, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = json.Length;
        return true;
    }
}
