using System.Collections.Concurrent;
using InterviewAgent.Web.Tests.Channels.Connector;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace InterviewAgent.Web.Tests.Servers;

/// <summary>The address that a webhook tells; knows each message's id, and how often it came.</summary>
public sealed class HookReceiver : LocalServer
{
    private readonly ConcurrentDictionary<string, int> heard = new(StringComparer.Ordinal);

    public Uri Url => new(Address + "/hook");

    public IReadOnlyDictionary<string, int> Heard => heard;

    public static async Task<HookReceiver> Start()
    {
        HookReceiver receiver = new();
        await receiver.Listen(app => app.Run(http =>
        {
            receiver.heard.AddOrUpdate(http.Request.Headers["webhook-id"].ToString(), 1, (_, times) => times + 1);
            http.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }));
        return receiver;
    }
}
