using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace InterviewAgent.Tests.LanguageModels;

/// <summary>How the fake server answers one request: well, or in one of the ways in which servers and models fail.</summary>
public sealed record ModelReply(Func<HttpContext, SeenRequest, CancellationToken, Task> Write)
{
    public static ModelReply Text(string text) => Choice(request => Completion(request, text));
    public static ModelReply Text(Func<SeenRequest, string> text) => Choice(request => Completion(request, text(request)));
    public static ModelReply Json(object answer) => Text(JsonSerializer.Serialize(answer));

    /// <summary>Finished for another reason than "stop": "length", "content_filter".</summary>
    public static ModelReply Cut(string text, string finish = "length") => Choice(request => Completion(request, text, finish));
    public static ModelReply Refusal(string why = "I'm sorry, I can't help with that.") => Choice(request => Completion(request, null, "stop", why));
    public static ModelReply Empty() => Text("");

    /// <summary>Azure's answer to a prompt that its filter stops.</summary>
    public static ModelReply FilteredPrompt() => Error(400, "content_filter", "The response was filtered due to the prompt triggering the content management policy.");
    public static ModelReply RateLimited(string? retryAfter = null) => Error(429, "rate_limit_exceeded", "Rate limit reached.", retryAfter);
    public static ModelReply Broken() => Error(500, "server_error", "The server had an error.");

    public static ModelReply Error(int status, string code, string message, string? retryAfter = null) =>
        Status(status, JsonSerializer.Serialize(new { error = new { message, type = "error", code } }), retryAfter);

    public static ModelReply Status(int status, string body, string? retryAfter = null) => new(async (context, _, cancellation) =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }
        await Send(context, body, cancellation);
    });

    /// <summary>The connection is reset after the first half of the body.</summary>
    public static ModelReply Reset() => new(async (context, request, cancellation) =>
    {
        var body = Completion(request, "How is the work these days?");
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = body.Length;
        await context.Response.WriteAsync(body[..(body.Length / 2)], cancellation);
        await context.Response.Body.FlushAsync(cancellation);
        context.Abort();
    });

    /// <summary>A whole HTTP answer whose JSON stops in the middle.</summary>
    public static ModelReply HalfBody() => new((context, request, cancellation) =>
        Send(context, Completion(request, "How is the work these days?") is var body ? body[..(body.Length / 2)] : "", cancellation));

    /// <summary>Nothing at all, for so long or until the caller hangs up.</summary>
    public static ModelReply Silence(TimeSpan? during = null) => new((_, _, cancellation) => Task.Delay(during ?? TimeSpan.FromSeconds(30), cancellation));

    public static ModelReply After(TimeSpan delay, ModelReply reply) => new(async (context, request, cancellation) =>
    {
        await Task.Delay(delay, cancellation);
        await reply.Write(context, request, cancellation);
    });

    private static ModelReply Choice(Func<SeenRequest, string> body) => new((context, request, cancellation) => Send(context, body(request), cancellation));

    private static Task Send(HttpContext context, string body, CancellationToken cancellation)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body, cancellation);
    }

    private static string Completion(SeenRequest request, string? text, string finish = "stop", string? refusal = null) => JsonSerializer.Serialize(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1,
        model = request.Model,
        choices = new[] { new { index = 0, message = new { role = "assistant", content = text, refusal }, finish_reason = finish } },
        usage = new
        {
            prompt_tokens = request.Tokens,
            completion_tokens = ((text ?? refusal ?? "").Length + 3) / 4,
            total_tokens = request.Tokens + ((text ?? refusal ?? "").Length + 3) / 4,
            prompt_tokens_details = new { cached_tokens = request.CachedTokens },
        },
    });
}
