using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace InterviewAgent.Web.Tests.Channels.Connector;

/// <summary>One call of the bot to the channel. <paramref name="Path"/> is as it came over the wire, escapes and all.</summary>
public sealed record ChannelCall(string Method, string Path, string? Authorization, JsonElement Body, DateTimeOffset At, int Answered);

/// <summary>An activity as a person would see it in a conversation.</summary>
public sealed record Shown(string ConversationId, string Id, JsonElement Activity);

/// <summary>How the channel takes one call. Nothing scripted: it delivers and says so.</summary>
/// <param name="Delivers">True: the person sees it, whatever the bot is told.</param>
public sealed record ChannelFault(int Status, bool Delivers = false, string? RetryAfter = null, object? Body = null, TimeSpan Hangs = default)
{
    public static ChannelFault TooMany(string retryAfter = "1") => new(429, RetryAfter: retryAfter);
    public static ChannelFault BadGateway { get; } = new(502);
    public static ChannelFault FailsAfterDelivery { get; } = new(500, Delivers: true);
    public static ChannelFault HangsAfterDelivery(TimeSpan time) => new(200, Delivers: true, Hangs: time);
    public static ChannelFault Refuses(int status, string code) => new(status, Body: new { error = new { code, message = code } });
}

/// <summary>The channel's side of the service URL: takes what the bot sends to /v3/conversations, notes it, and fails when told to.</summary>
public sealed class FakeChannel : LocalServer
{
    private readonly ConcurrentQueue<ChannelCall> calls = new();
    private readonly ConcurrentQueue<ChannelFault> script = new();
    private readonly List<Shown> shown = [];
    private readonly ConcurrentDictionary<string, int> shownIn = new(StringComparer.Ordinal);
    private int ids;

    public string ServiceUrl => Address + "/teams";

    /// <summary>Every call, refused ones too, in the order of arrival.</summary>
    public IReadOnlyList<ChannelCall> Calls => [.. calls];

    /// <summary>What people see now: sent, updated in place, without what was deleted.</summary>
    public IReadOnlyList<Shown> Messages
    {
        get
        {
            lock (shown)
            {
                return [.. shown];
            }
        }
    }

    /// <summary>How many messages were shown in a conversation so far, deleted ones too; costs nothing to ask.</summary>
    public int ShownIn(string conversationId) => shownIn.GetValueOrDefault(conversationId);

    /// <summary>Decides every call that is not scripted; null: delivered.</summary>
    public Func<string, string, ChannelFault?> Always { get; set; } = (_, _) => null;

    public static async Task<FakeChannel> Start()
    {
        FakeChannel channel = new();
        await channel.Listen(app => app.Run(channel.Take));
        return channel;
    }

    /// <summary>The next calls go like this, one each.</summary>
    public void Next(params ChannelFault[] faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        Array.ForEach(faults, script.Enqueue);
    }

    /// <summary>Waits until enough is shown in the conversation.</summary>
    public async Task<IReadOnlyList<Shown>> Shows(string conversationId, int count, int seconds = 15)
    {
        for (var until = DateTimeOffset.UtcNow.AddSeconds(seconds); DateTimeOffset.UtcNow < until; await Task.Delay(10))
        {
            if (Messages.Where(message => message.ConversationId == conversationId).ToList() is var now && now.Count >= count)
            {
                return now;
            }
        }
        throw new TimeoutException($"{Messages.Count} messages in all, not {count} in {conversationId}, after {Calls.Count} calls.");
    }

    private async Task Take(HttpContext http)
    {
        var path = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var body = await JsonSerializer.DeserializeAsync<JsonElement>(await Buffered(http), JsonSerializerOptions.Web);
        var fault = script.TryDequeue(out var next) ? next : Always(http.Request.Method, path);
        var (status, answer) = fault is null or { Delivers: true } ? Deliver(http.Request.Method, path, body) : (fault.Status, null);
        status = fault?.Status ?? status;
        calls.Enqueue(new(http.Request.Method, path, http.Request.Headers.Authorization, body, DateTimeOffset.UtcNow, status));
        if (fault?.Hangs > TimeSpan.Zero)
        {
            await Task.WhenAny(Task.Delay(fault.Hangs, http.RequestAborted));
        }
        http.Response.StatusCode = status;
        if (fault?.RetryAfter is { } after)
        {
            http.Response.Headers.RetryAfter = after;
        }
        if ((fault is null ? answer : fault.Body) is { } said)
        {
            await http.Response.WriteAsJsonAsync(said, http.RequestAborted);
        }
    }

    private static async Task<Stream> Buffered(HttpContext http)
    {
        MemoryStream body = new();
        await http.Request.Body.CopyToAsync(body);
        if (body.Length == 0)
        {
            body.Write("null"u8);
        }
        body.Position = 0;
        return body;
    }

    private (int Status, object? Answer) Deliver(string method, string path, JsonElement body)
    {
        var parts = path.Split('?')[0].Split("/v3/conversations", 2) is [_, var rest] ? rest.Trim('/').Split('/') : null;
        var names = parts?.Select(Uri.UnescapeDataString).ToArray();
        return (method, names) switch
        {
            ("POST", [""]) => (201, new { id = "conversation-" + NextId(), activityId = NextId(), serviceUrl = ServiceUrl }),
            ("POST", [var conversation, "activities", ..]) => Show(conversation, body),
            ("PUT", [var conversation, "activities", var id]) => Change(conversation, id, body),
            ("DELETE", [var conversation, "activities", var id]) => Change(conversation, id, null),
            ("GET", [_, "members"]) => (200, new[] { Person }),
            ("GET", [_, "pagedmembers"]) => (200, new { members = new[] { Person } }),
            ("GET", [_, "members", _]) => (200, Person),
            _ => (404, new { error = new { code = "NotFound", message = path } }),
        };
    }

    private static object Person => new { id = "29:ada", aadObjectId = "5a1f4a3e-0000-4000-8000-00000000ada0", name = "Ada Vale" };

    private (int, object?) Show(string conversation, JsonElement activity)
    {
        var id = NextId();
        if (activity.TryGetProperty("type", out var type) && type.GetString() == "typing")
        {
            return (202, null);
        }
        lock (shown)
        {
            shown.Add(new(conversation, id, activity));
            shownIn.AddOrUpdate(conversation, 1, (_, count) => count + 1);
        }
        return (201, new { id });
    }

    private (int, object?) Change(string conversation, string id, JsonElement? activity)
    {
        lock (shown)
        {
            var at = shown.FindIndex(message => message.ConversationId == conversation && message.Id == id);
            if (at < 0)
            {
                return (404, new { error = new { code = "ActivityNotFound", message = id } });
            }
            if (activity is { } changed)
            {
                shown[at] = shown[at] with { Activity = changed };
            }
            else
            {
                shown.RemoveAt(at);
            }
            return (200, new { id });
        }
    }

    private string NextId() => Interlocked.Increment(ref ids).ToString("D8", CultureInfo.InvariantCulture);
}
