using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using InterviewAgent.Insights.Digests.Rendering;
using InterviewAgent.Jobs;
using InterviewAgent.Outgoing;
using Microsoft.Extensions.Logging;

namespace InterviewAgent.Insights.Digests.Sending;

/// <summary>Posts the queued digest to the Teams workflow: once, and again only when the workflow says that it did not take it.</summary>
internal sealed partial class SendDigestCards(DigestRows rows, DigestCard card, TeamsAddress address, CardPost post, ILogger<SendDigestCards> logger) : ISweep
{
    public async Task<int> Run(CancellationToken cancellation)
    {
        if (!address.IsSet)
        {
            return 0;
        }
        await rows.Recover(cancellation);
        var (taken, seen) = await rows.Take(DigestChannel.Teams, 1, cancellation);
        foreach (var row in taken)
        {
            var status = await Send(row, cancellation);
            if (status is not null)
            {
                Log.NotTaken(logger, row.Id, status);
            }
        }
        return seen;
    }

    /// <summary>Null: taken, or no longer wanted.</summary>
    private async Task<string?> Send(ClaimedDigest row, CancellationToken cancellation)
    {
        using var content = new StringContent(Message(card.Render(row.Digest)), Encoding.UTF8, "application/json");
        Task<HttpResponseMessage>? answer = null;
        if (!await rows.Sending(row, () => answer = post.Client.PostAsync(address.Uri, content, cancellation), cancellation))
        {
            return null;
        }
        try
        {
            using var response = await answer!;
            if (response.IsSuccessStatusCode)
            {
                await rows.Gone(row, SendingState.Sent);
                return null;
            }
            if (MayHaveTaken(response.StatusCode))
            {
                await rows.Gone(row, SendingState.Unknown);
                return "no answer";
            }
            var status = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
            await rows.Failed(row, status, forGood: !MayPass(response.StatusCode), wait: response.Headers.RetryAfter?.Delta);
            return status;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            return await NotAnswered(row, failure);
        }
    }

    private async Task<string> NotAnswered(ClaimedDigest row, Exception failure)
    {
        if (failure is HttpRequestException { InnerException: PrivateAddressException })
        {
            await rows.Failed(row, "private address", forGood: true);
            return "private address";
        }
        if (failure is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError })
        {
            await rows.Failed(row, "no connection", forGood: false);
            return "no connection";
        }
        await rows.Gone(row, SendingState.Unknown);
        return "no answer";
    }

    /// <summary>What a workflow expects: a message with the card attached.</summary>
    private static string Message(JsonObject card) => new JsonObject
    {
        ["type"] = "message",
        ["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["contentUrl"] = null, ["content"] = card }),
    }.ToJsonString();

    /// <summary>It says that it did not take it, and may take it later.</summary>
    private static bool MayPass(HttpStatusCode status) =>
        status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;

    /// <summary>It broke down with it, or what stands before it lost its answer.</summary>
    private static bool MayHaveTaken(HttpStatusCode status) => (int)status >= 500 && !MayPass(status);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The Teams workflow did not take digest {Id}: {Status}.")]
        public static partial void NotTaken(ILogger logger, Guid id, string status);
    }
}

/// <summary>The client that calls the workflow.</summary>
internal sealed class CardPost(bool allowPrivate) : IDisposable
{
    public HttpClient Client { get; } = new(PublicAddresses.Handler(allowPrivate)) { Timeout = TimeSpan.FromSeconds(60) };

    public void Dispose() => Client.Dispose();
}
