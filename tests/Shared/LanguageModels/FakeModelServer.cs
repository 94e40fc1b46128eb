using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InterviewAgent.Tests.LanguageModels;

/// <summary>
/// A real HTTP server that speaks OpenAI's chat completions, on a port of its own, and misbehaves as told: <see cref="Then"/> queues
/// replies, <see cref="Otherwise"/> answers when the queue is empty. It counts tokens and the unchanged beginning of prompts as providers do.
/// </summary>
public sealed class FakeModelServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ModelReply> queue = new();
    private readonly ConcurrentQueue<SeenRequest> seen = new();
    private readonly PromptCache cache = new();
    private readonly CancellationTokenSource stopping = new();

    private FakeModelServer(WebApplication app) => this.app = app;

    /// <summary>"http://127.0.0.1:PORT": the Azure form of the address. Compatible servers and OpenAI take <see cref="V1"/>.</summary>
    public string Address => app.Urls.First();
    public string V1 => Address + "/v1";

    /// <summary>The only key that is let in; null: any, or none.</summary>
    public string? Key { get; set; }

    /// <summary>The only model or deployment that exists; null: any.</summary>
    public string? Model { get; set; }

    public Func<SeenRequest, ModelReply> Otherwise { get; set; } = _ => ModelReply.Text("How is the work these days?");
    public IReadOnlyList<SeenRequest> Seen => [.. seen];

    public static async Task<FakeModelServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new FakeModelServer(app);
        app.MapPost("/{**path}", server.Reply);
        app.MapGet("/{**path}", server.List);
        await app.StartAsync();
        return server;
    }

    public FakeModelServer Then(params ModelReply[] replies)
    {
        foreach (var reply in replies)
        {
            queue.Enqueue(reply);
        }
        return this;
    }

    private async Task Reply(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var request = cache.Count(new SeenRequest(context.Request.Path, Headers(context), body.RootElement.Clone()));
        seen.Enqueue(request);
        var reply = Door(context) ?? (queue.TryDequeue(out var next) ? next : Otherwise(request));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping.Token);
        try
        {
            await reply.Write(context, request, either.Token);
        }
        catch (OperationCanceledException)
        {
            context.Abort(); // The client has gone, or the server goes: silence has no other end.
        }
    }

    private Task List(HttpContext context) => Door(context) is { } closed
        ? closed.Write(context, new SeenRequest(context.Request.Path, Headers(context), default), context.RequestAborted)
        : context.Response.WriteAsJsonAsync(new { @object = "list", data = new[] { new { id = Model ?? "any", @object = "model", max_model_len = 32768 } } });

    /// <summary>What a provider checks before it thinks.</summary>
    private ModelReply? Door(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (Key is not null && context.Request.Headers.Authorization != $"Bearer {Key}" && context.Request.Headers["api-key"] != Key)
            return ModelReply.Error(401, "invalid_api_key", "Incorrect API key provided.");
        if (path is not ("/v1/chat/completions" or "/openai/v1/chat/completions" or "/v1/models" or "/openai/v1/models"))
            return ModelReply.Status(404, "{\"detail\":\"Not Found\"}");
        return Model is not null && HttpMethods.IsPost(context.Request.Method) && seen.Last().Model != Model
            ? ModelReply.Error(404, "DeploymentNotFound", "The API deployment for this resource does not exist.") : null;
    }

    private static Dictionary<string, string> Headers(HttpContext context) =>
        context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await app.DisposeAsync();
        stopping.Dispose();
    }
}
