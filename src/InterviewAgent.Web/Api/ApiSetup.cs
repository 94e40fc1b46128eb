using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using InterviewAgent.Accounts.Import;
using InterviewAgent.Privacy.Staff.ApiKeys;
using InterviewAgent.Web.Security;
using InterviewAgent.Webhooks;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.RateLimiting;

namespace InterviewAgent.Web.Api;

internal static class ApiSetup
{
    private const string Rate = "api";
    private const int RequestsAMinute = 600;
    private const long LargestImport = 64 << 20;

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Name, null);
        services.AddAuthorization(options =>
        {
            foreach (var scope in ApiScopes.All)
            {
                options.AddPolicy(scope, policy => policy.AddAuthenticationSchemes(ApiKeyHandler.Name).RequireAuthenticatedUser().RequireClaim(ApiKeyHandler.Scope, scope));
            }
        });
        services.Configure<RateLimiterOptions>(limits => limits.AddPolicy(Rate, http => SharedLimiter.Partition(
            http, $"{Rate} {http.User.FindFirst(ApiKeyHandler.Key)?.Value ?? http.Connection.RemoteIpAddress?.ToString()}", RequestsAMinute,
            _ => new TokenBucketRateLimiter(new() { TokenLimit = RequestsAMinute, TokensPerPeriod = RequestsAMinute / 60, ReplenishmentPeriod = TimeSpan.FromSeconds(1) }))));
        services.Configure<RateLimiterOptions>(limits => limits.OnRejected = TooMany);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        services.AddOpenApi("v1", document =>
        {
            document.ShouldInclude = endpoint => endpoint.ActionDescriptor.EndpointMetadata.OfType<IsApi>().Any();
            document.AddDocumentTransformer((api, _, _) =>
            {
                (api.Info.Title, api.Info.Version) = ("InterviewAgent", "1");
                api.Info.Description = "Every address wants `Authorization: Bearer KEY`, and the scope named with it. Lists come in pages: `next` goes back as `after`. Errors are problem details (RFC 9457).";
                return Task.CompletedTask;
            });
        });
        return services;
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi("/api/openapi.json").AllowAnonymous();
        var api = app.MapGroup("/api").WithMetadata(new IsApi()).DisableAntiforgery().RequireRateLimiting(Rate);
        Describe(api.MapGet("/accounts", AccountsApi.List), ApiScopes.AccountsRead, "Accounts with what their voice says beside their dashboard; with format=csv all of them as a table").Produces<Page<AccountsApi.Account>>(200, "application/json", "text/csv");
        Describe(api.MapPost("/imports", AccountsApi.Import), ApiScopes.AccountsWrite, "Accounts, respondents, promises, usage, health or check-ins as CSV, or journeys as JSON Lines: the files of the import command")
            .Accepts<string>("text/csv", "application/x-ndjson").Produces<ImportReport>().ProducesProblem(400).ProducesProblem(422)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestImport)).AddEndpointFilter<OnceOnly>();
        Describe(api.MapGet("/flags", FlagsApi.List), ApiScopes.FlagsRead, "Flags, open ones only unless open=false; with format=csv all of them as a table").Produces<Page<FlagsApi.Item>>(200, "application/json", "text/csv");
        Describe(api.MapPost("/flags/{id:guid}/outcome", FlagsApi.Close), ApiScopes.FlagsWrite, "What became of a flag: Acted, NotUseful or AlreadyKnown; the first word stands")
            .Produces<FlagsApi.Item>().ProducesProblem(404).ProducesProblem(409).AddEndpointFilter<OnceOnly>();
        Describe(api.MapGet("/findings", FindingsApi.List), ApiScopes.FindingsRead, "Findings with the words that their speakers let be seen").Produces<Page<FindingsApi.Item>>();
        Describe(api.MapGet("/digests", DigestsApi.List), ApiScopes.DigestsRead, "The weeks' digests that were kept for this key's reader: of all accounts, or of its owner's").Produces<Page<DigestsApi.Item>>();
        Describe(api.MapGet("/digests/{id:guid}", DigestsApi.One), ApiScopes.DigestsRead, "One digest, sentence by sentence with what each counts and where it is opened; as Markdown with format=markdown or Accept: text/markdown")
            .Produces<DigestsApi.Whole>(200, "application/json", "text/markdown").ProducesProblem(404);
        Describe(api.MapGet("/webhooks", WebhooksApi.List), ApiScopes.WebhooksWrite, "Webhooks and how they take what they are sent").Produces<Page<WebhookStatus>>();
        Describe(api.MapPost("/webhooks", WebhooksApi.Add), ApiScopes.WebhooksWrite, "Tell an address of events, signed as Standard Webhooks; the secret is in this answer and nowhere else")
            .Produces<WebhooksApi.Made>(201).ProducesProblem(422);
        Describe(api.MapPost("/webhooks/{id:guid}/rotate", WebhooksApi.Rotate), ApiScopes.WebhooksWrite, "A new secret; the one before signs too for a day")
            .Produces<WebhooksApi.Made>().ProducesProblem(404);
        Describe(api.MapPost("/webhooks/{id:guid}/resume", WebhooksApi.Resume), ApiScopes.WebhooksWrite, "Send again what waits for a paused webhook").Produces(204).ProducesProblem(404);
        Describe(api.MapDelete("/webhooks/{id:guid}", WebhooksApi.Remove), ApiScopes.WebhooksWrite, "Remove a webhook with all that waits for it").Produces(204).ProducesProblem(404);
        // A program has no use for a sign-in page.
        api.Map("/{**path}", () => ApiProblem.Of(404, "There is nothing at this address", "The addresses are described at /api/openapi.json; mind the method."))
            .RequireAuthorization(policy => policy.AddAuthenticationSchemes(ApiKeyHandler.Name).RequireAuthenticatedUser()).ExcludeFromDescription();
    }

    /// <summary>Of every limiter of this server: when to come again, and to a program in problem details.</summary>
    private static async ValueTask TooMany(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (rejected.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IsApi>() is not null)
        {
            await ApiProblem.Of(429, "Too many requests", $"A key has {RequestsAMinute} a minute. Retry-After says when there is one again.").ExecuteAsync(rejected.HttpContext);
        }
    }

    /// <summary>Marks what the document describes: the channels' addresses are no part of it.</summary>
    private sealed class IsApi;

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint, string scope, string summary) =>
        endpoint.RequireAuthorization(scope).WithSummary(summary).WithDescription($"Scope: {scope}").ProducesProblem(401).ProducesProblem(403).ProducesProblem(429);
}
