using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Outgoing;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Webhooks;

/// <summary>How one attempt ended.</summary>
/// <param name="Status">"204", "no answer", "private address": a status, never the other side's words.</param>
/// <param name="RetryAfter">What the receiver asks for.</param>
public sealed record Answer(bool Taken, string Status, TimeSpan? RetryAfter = null)
{
    /// <summary>The receiver wants nothing any more.</summary>
    public bool IsGone => Status == "410";
}

/// <summary>Posts an event to one address, signed. Its answer is a status: its words are not read.</summary>
public sealed class DeliverWebhook : IDisposable
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false);
    private readonly HttpClient client;
    private readonly SecretSeal seal;
    private readonly LinkOptions links;
    private readonly TimeProvider clock;

    public DeliverWebhook(SecretSeal seal, IOptions<WebhookOptions> options, IOptions<LinkOptions> links, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(links);
        var settings = options.Value;
        (this.seal, this.links, this.clock) = (seal, links.Value, clock);
        client = new HttpClient(PublicAddresses.Handler(settings.AllowPrivateAddresses, settings.ProxyAddress)) { Timeout = TimeSpan.FromSeconds(settings.TimeoutSeconds) };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("InterviewAgent-Webhooks/1");
    }

    /// <exception cref="OperationCanceledException">Asked for by <paramref name="cancellation"/>; a time-out is an answer.</exception>
    public async Task<Answer> Run(Webhook to, WebhookDelivery row, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(row);
        if (Secrets(to) is not { Count: > 0 } secrets)
        {
            return new(false, "secret cannot be read");
        }
        using var request = Request(to, row, secrets);
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return new(response.IsSuccessStatusCode, ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture), Asked(response));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(false, "no answer in time");
        }
        catch (HttpRequestException failure)
        {
            return new(false, Word(failure));
        }
    }

    public void Dispose() => client.Dispose();

    private HttpRequestMessage Request(Webhook to, WebhookDelivery row, List<byte[]> secrets)
    {
        var (id, timestamp, body) = (SignWebhook.Id(row.EventId), SignWebhook.Timestamp(clock.GetUtcNow()), Body(row));
        HttpRequestMessage request = new(HttpMethod.Post, to.Url) { Content = new StringContent(body, Utf8, "application/json") };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", SignWebhook.Signature(id, timestamp, body, secrets));
        return request;
    }

    /// <summary>The same bytes for every attempt, as long as the server's public address is.</summary>
    private string Body(WebhookDelivery row)
    {
        var data = JsonNode.Parse(row.Data)!.AsObject();
        if (data.Remove("place", out var place) && (string?)place is { } path)
        {
            data["url"] = links.PublicAddress.TrimEnd('/') + path;
        }
        return new JsonObject { ["id"] = SignWebhook.Id(row.EventId), ["type"] = row.Type, ["timestamp"] = row.At.UtcDateTime, ["data"] = data }.ToJsonString(JsonSerializerOptions.Web);
    }

    private List<byte[]> Secrets(Webhook to)
    {
        List<byte[]> secrets = [];
        if (seal.Open(to.Secret) is { } secret)
        {
            secrets.Add(secret);
        }
        if (to.OldSecret is { } old && to.OldSecretUntil > clock.GetUtcNow() && seal.Open(old) is { } before)
        {
            secrets.Add(before);
        }
        return secrets;
    }

    private TimeSpan? Asked(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
        _ => null,
    };

    private static string Word(HttpRequestException failure) => failure switch
    {
        { InnerException: PrivateAddressException } => "private address",
        { HttpRequestError: HttpRequestError.NameResolutionError } => "no such host",
        { HttpRequestError: HttpRequestError.ConnectionError } => "no connection",
        { HttpRequestError: HttpRequestError.SecureConnectionError } => "no secure connection",
        _ => "no answer",
    };
}
