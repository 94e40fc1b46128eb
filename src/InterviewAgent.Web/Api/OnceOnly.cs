using System.Security.Cryptography;
using System.Text;
using InterviewAgent.Privacy.Staff.ApiKeys;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Api;

/// <summary>
/// <c>Idempotency-Key</c>: a request that is sent again because its answer was lost gets that answer and does nothing twice. The key is
/// claimed by a row before the work begins; a claim whose server died is free again after a minute.
/// </summary>
internal sealed class OnceOnly(IDbContextFactory<InterviewAgentDb> factory, TimeProvider clock) : IEndpointFilter
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 200;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(1);

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var named = http.Request.Headers[Header].ToString();
        if (named.Length == 0)
        {
            return await next(context);
        }
        if (named.Length > LongestKey)
        {
            return ApiProblem.Of(400, "The Idempotency-Key is too long", $"It has at most {LongestKey} characters.");
        }
        var keyId = Guid.ParseExact(http.User.FindFirst(ApiKeyHandler.Key)!.Value, "N");
        var hash = await HashOf(http.Request, context.Arguments.OfType<FlagsApi.Verdict>().FirstOrDefault());
        await using var db = await factory.CreateDbContextAsync(http.RequestAborted);
        var now = clock.GetUtcNow();
        await db.ApiReplies.Where(reply => reply.At < now - Kept || reply.Status == null && reply.At < now - Abandoned).ExecuteDeleteAsync(http.RequestAborted);
        db.ApiReplies.Add(new ApiReply { KeyId = keyId, IdempotencyKey = named, RequestHash = hash, At = now });
        try
        {
            await db.SaveChangesAsync(http.RequestAborted);
        }
        catch (DbUpdateException)
        {
            return await Before(db, keyId, named, hash, http.RequestAborted);
        }

        var (status, body) = await Run((IResult)(await next(context))!, http);
        await db.ApiReplies.Where(reply => reply.KeyId == keyId && reply.IdempotencyKey == named)
            .ExecuteUpdateAsync(set => set.SetProperty(reply => reply.Status, status).SetProperty(reply => reply.Body, body), CancellationToken.None);
        return Results.Text(body, status < 400 ? "application/json" : "application/problem+json", Encoding.UTF8, status);
    }

    private static async Task<IResult> Before(InterviewAgentDb db, Guid keyId, string named, string hash, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var reply = await db.ApiReplies.AsNoTracking().SingleOrDefaultAsync(row => row.KeyId == keyId && row.IdempotencyKey == named, cancellation);
        return reply switch
        {
            { RequestHash: var other } when other != hash => ApiProblem.Of(422, "The Idempotency-Key was used for another request", "Take a new one for each request."),
            { Status: { } status, Body: { } body } => Results.Text(body, status < 400 ? "application/json" : "application/problem+json", Encoding.UTF8, status),
            _ => ApiProblem.Of(409, "The same request is being done", "Ask again in a moment."),
        };
    }

    /// <param name="bound">A body that was read into an argument before filters run.</param>
    private static async Task<string> HashOf(HttpRequest request, FlagsApi.Verdict? bound)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n{bound}\n"));
        var buffer = new byte[1 << 16];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
        }
        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static async Task<(int Status, string Body)> Run(IResult result, HttpContext http)
    {
        var wire = http.Response.Body;
        using MemoryStream kept = new();
        try
        {
            http.Response.Body = kept;
            await result.ExecuteAsync(http);
        }
        finally
        {
            http.Response.Body = wire;
        }
        http.Response.ContentLength = null;
        return (http.Response.StatusCode, Encoding.UTF8.GetString(kept.ToArray()));
    }
}
