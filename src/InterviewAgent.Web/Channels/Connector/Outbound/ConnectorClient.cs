using System.Text.Json;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Web.Channels.Connector.Outbound.Tokens;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>Calls the channel: where to is checked before a token is even asked for, then try, and try again where that is safe.</summary>
internal sealed partial class ConnectorClient(
    IHttpClientFactory clients, AccessTokens tokens, ServiceHosts hosts, LoopbackOnly loopback, Retry retry,
    IOptions<ConnectorOptions> options, TimeProvider clock, ILogger<ConnectorClient> logger) : IConnector
{
    public Task<ChannelResult<SentActivity>> Send(ChannelPlace to, ChannelActivity activity, CancellationToken cancellation) =>
        Post(to, ConnectorAddress.Activities(to.ConversationId), Sendable(activity), cancellation);

    public Task<ChannelResult<SentActivity>> Reply(ChannelPlace to, string replyToId, ChannelActivity activity, CancellationToken cancellation) =>
        Post(to, ConnectorAddress.Activity(to.ConversationId, replyToId), Sendable(activity with { ReplyToId = replyToId }), cancellation);

    public async Task<ChannelResult<SentActivity>> Update(
        ChannelPlace to, string activityId, ChannelActivity activity, CancellationToken cancellation) =>
        Named(await Call(HttpMethod.Put, to.ServiceUrl, ConnectorAddress.Activity(to.ConversationId, activityId), Sendable(activity), true, cancellation));

    public async Task<ChannelResult<SentActivity>> Delete(ChannelPlace to, string activityId, CancellationToken cancellation) =>
        Named(await Call(HttpMethod.Delete, to.ServiceUrl, ConnectorAddress.Activity(to.ConversationId, activityId), null, true, cancellation));

    public async Task<ChannelResult<SentActivity>> CreateConversation(NewConversation conversation, CancellationToken cancellation) =>
        Named(await Call(HttpMethod.Post, conversation.ServiceUrl, ConnectorAddress.Conversations, Body(conversation), true, cancellation));

    public async Task<ChannelResult<IReadOnlyList<ChannelAccount>>> Members(ChannelPlace of, CancellationToken cancellation) =>
        Read<IReadOnlyList<ChannelAccount>>(
            await Call(HttpMethod.Get, of.ServiceUrl, ConnectorAddress.Members(of.ConversationId), null, true, cancellation), []);

    public async Task<ChannelResult<ChannelAccount>> Member(ChannelPlace of, string userId, CancellationToken cancellation) =>
        Read(await Call(HttpMethod.Get, of.ServiceUrl, ConnectorAddress.Member(of.ConversationId, userId), null, true, cancellation), new ChannelAccount());

    private async Task<ChannelResult<SentActivity>> Post(ChannelPlace to, string path, object body, CancellationToken cancellation) =>
        Named(await Call(HttpMethod.Post, to.ServiceUrl, path, body, false, cancellation, to.Before));

    private async Task<ConnectorAnswer> Call(
        HttpMethod method, string serviceUrl, string path, object? body, bool repeatable, CancellationToken cancellation, SendBefore? before = null)
    {
        // In the anonymous mode there is no token to lose, and nothing but this machine to talk to.
        if (!ConnectorAddress.TryMake(serviceUrl, path, out var address)
            || !(loopback.Open ? address.IsLoopback && address.UserInfo.Length == 0 : hosts.Allows(address)))
        {
            return End(method, new(DeliveryOutcome.Refused, "host not allowed"));
        }

        var json = body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body, ActivityJson.Options);
        if (json?.Length > FitToSize.MostBytes)
        {
            return End(method, new(DeliveryOutcome.Refused, ConnectorFailure.TooBig));
        }

        using var http = clients.CreateClient(OutboundSetup.Client);
        ConnectorCall call = new(method, address, json, repeatable);
        var answer = await retry.Run(() => Try(call, http, before, cancellation), cancellation);
        return answer.Failure is { } failure && !cancellation.IsCancellationRequested ? End(method, failure) : answer;
    }

    /// <summary>With a token, and once more with a new one when it was refused.</summary>
    private async Task<ConnectorAnswer> Try(ConnectorCall call, HttpClient http, SendBefore? before, CancellationToken cancellation)
    {
        var patience = TimeSpan.FromSeconds(options.Value.Outbound.TimeoutSeconds);
        if (loopback.Open)
        {
            return before is { IsOver: true } ? TooLate : await call.Try(http, null, patience, clock, cancellation);
        }

        for (var fresh = false; ; fresh = true)
        {
            var token = await tokens.Get(cancellation);
            if (!token.Given)
            {
                return new("", ConnectorFailure.NoToken("no token"));
            }

            if (before is { IsOver: true })
            {
                return TooLate; // Looked at last: getting a token may have taken long.
            }

            var answer = await call.Try(http, token, patience, clock, cancellation);
            if (answer.Failure is not { StaleToken: true })
            {
                return answer;
            }

            tokens.Drop(token);
            if (fresh)
            {
                return answer;
            }
        }
    }

    private static ConnectorAnswer TooLate { get; } = new("", ConnectorFailure.TooLate);

    private ConnectorAnswer End(HttpMethod method, ConnectorFailure failure)
    {
        Log.Failed(logger, method, failure.Why, failure.Outcome);
        return new("", failure);
    }

    /// <summary>The channel gives ids and times; what we know of an activity that came in must not come back to it.</summary>
    private static ChannelActivity Sendable(ChannelActivity activity) => activity with { Id = null, Timestamp = null, LocalTimestamp = null };

    private static object Body(NewConversation made) => new
    {
        Bot = new { Id = made.BotId },
        Members = new[] { new { Id = made.UserId } },
        IsGroup = false,
        made.TenantId,
        ChannelData = made.TenantId is null ? null : new { Tenant = new { Id = made.TenantId } },
    };

    /// <summary>What succeeded succeeded, also when the id that came back cannot be read.</summary>
    private static ChannelResult<SentActivity> Named(ConnectorAnswer answer) =>
        Read(answer, SentActivity.Nameless) is var read && answer.Failure is null && !read.Done
            ? new(DeliveryOutcome.Sent, SentActivity.Nameless) : read;

    private static ChannelResult<T> Read<T>(ConnectorAnswer answer, T none) where T : class
    {
        if (answer.Failure is { } failure)
        {
            return new(failure.Outcome, none, failure.Why, failure.After);
        }

        try
        {
            return JsonSerializer.Deserialize<T>(answer.Body, ActivityJson.Options) is { } value
                ? new(DeliveryOutcome.Sent, value) : new(DeliveryOutcome.Refused, none, "not understood");
        }
        catch (JsonException)
        {
            return new(DeliveryOutcome.Refused, none, "not understood");
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A {Method} to the channel did not succeed: {Why} ({Outcome}).")]
        public static partial void Failed(ILogger logger, HttpMethod method, string why, DeliveryOutcome outcome);
    }
}
