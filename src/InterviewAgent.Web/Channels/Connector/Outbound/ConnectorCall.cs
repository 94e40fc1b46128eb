using System.Buffers;
using System.Net.Http.Headers;
using InterviewAgent.Web.Channels.Connector.Outbound.Tokens;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>One request as it goes out, made anew for each try.</summary>
/// <param name="Body">JSON; null: none.</param>
/// <param name="Repeatable">Doing it twice is doing it once: not so where it makes a message.</param>
internal sealed record ConnectorCall(HttpMethod Method, Uri Address, byte[]? Body, bool Repeatable)
{
    private const int LongestAnswer = 256 * 1024;
    private static readonly ProductInfoHeaderValue Product =
        new("InterviewAgent", typeof(ConnectorCall).Assembly.GetName().Version?.ToString(3) ?? "0");

    /// <summary>Never throws for what the network or the channel does.</summary>
    /// <param name="token">Null: this very machine, without one.</param>
    public async Task<ConnectorAnswer> Try(HttpClient http, TokenAnswer? token, TimeSpan patience, TimeProvider clock, CancellationToken cancellation)
    {
        using var content = Body is null ? null : new NotedContent(Body);
        using HttpRequestMessage request = new(Method, Address) { Content = content };
        request.Headers.UserAgent.Add(Product);
        request.Headers.Accept.Add(new("application/json"));
        request.Headers.Authorization = token is null ? null : new("Bearer", token.Token);
        // The machine's own clock: what is measured is the network.
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        inTime.CancelAfter(patience);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, inTime.Token);
            return answer.IsSuccessStatusCode
                ? new(await Read(answer, inTime.Token), null)
                : new("", ConnectorFailure.Of(answer, await Read(answer, inTime.Token), Repeatable, clock.GetUtcNow()));
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException)
        {
            return new("", ConnectorFailure.Lost(Repeatable, content?.Started ?? false));
        }
    }

    /// <summary>The body as far as it is of use. The status came before it and stands, whatever becomes of the rest.</summary>
    private static async Task<string> Read(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(LongestAnswer);
        try
        {
            await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
            var length = await body.ReadAtLeastAsync(buffer.AsMemory(0, LongestAnswer), LongestAnswer, throwOnEndOfStream: false, cancellation);
            return System.Text.Encoding.UTF8.GetString(buffer, 0, length);
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException or OperationCanceledException)
        {
            return "";
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
