using System.Collections.Concurrent;
using System.Globalization;
using InterviewAgent.Web.Tests.Channels.Connector;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace InterviewAgent.Load;

/// <summary>The channel's side: an issuer, and a service URL that takes what a bot sends and tells whoever waits in that conversation.</summary>
internal sealed class Channel : LocalServer
{
    public const string AppId = "11111111-2222-4333-8444-555555555555";
    public const string Tenant = "99999999-8888-4777-8666-555555555555";

    private readonly ConcurrentDictionary<string, TaskCompletionSource> waiting = new();
    private int ids;

    public FakeIssuer Issuer { get; private set; } = null!;
    public string ServiceUrl => Address + "/teams";
    public string Token { get; private set; } = "";

    public static async Task<Channel> Start()
    {
        Channel channel = new() { Issuer = await FakeIssuer.Start() };
        await channel.Listen(app => app.MapPost("/teams/v3/conversations/{conversation}/activities/{to?}", channel.Take));
        channel.Token = channel.Issuer.Token(AppId, channel.ServiceUrl);
        return channel;
    }

    /// <summary>Ends when the bot has said something there. Ask before the bot is spoken to.</summary>
    public Task Hears(string conversation) =>
        (waiting[conversation] = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private async Task<IResult> Take(HttpContext http, string conversation)
    {
        await http.Request.Body.CopyToAsync(Stream.Null);
        if (waiting.TryRemove(conversation, out var one))
        {
            one.SetResult();
        }

        return Results.Text($"{{\"id\":\"{Interlocked.Increment(ref ids).ToString(CultureInfo.InvariantCulture)}\"}}", "application/json", statusCode: 201);
    }
}
