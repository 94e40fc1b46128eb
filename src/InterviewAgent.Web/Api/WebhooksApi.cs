using InterviewAgent.Webhooks;
using InterviewAgent.Web.SignIn;

namespace InterviewAgent.Web.Api;

/// <summary>Webhooks: a key of one owner sees and makes theirs alone.</summary>
internal static class WebhooksApi
{
    /// <param name="Events">flag.opened, interview.completed, digest.ready.</param>
    /// <param name="Owner">Accounts of this owner only; none: all that the key sees.</param>
    public sealed record Wanted(string? Url, IReadOnlyList<string>? Events, string? Owner);

    /// <param name="Secret">Shown this once: "whsec_" and base64, as verifiers of Standard Webhooks take it.</param>
    public sealed record Made(Guid Id, string Secret);

    public static async Task<IResult> List(Seen seen, Subscriptions webhooks, CancellationToken cancellation) =>
        Results.Ok(new Page<WebhookStatus>(await webhooks.List(seen.Viewer.Owner, cancellation), null));

    public static async Task<IResult> Add(Wanted wanted, Seen seen, Subscriptions webhooks, CancellationToken cancellation)
    {
        if (seen.Viewer.Owner is { } own && wanted.Owner is { } other && other != own)
        {
            return ApiProblem.Of(403, "A key of one owner makes webhooks of that owner", "Leave the owner out.");
        }
        try
        {
            var (id, secret) = await webhooks.Add(wanted.Url, wanted.Events, seen.Viewer.Owner ?? wanted.Owner, seen.Viewer.Who, cancellation);
            return Results.Created($"/api/webhooks/{id}", new Made(id, secret));
        }
        catch (ArgumentException bad)
        {
            return ApiProblem.Of(422, "No such webhook can be made", bad.Message);
        }
    }

    public static async Task<IResult> Rotate(Guid id, Seen seen, Subscriptions webhooks, CancellationToken cancellation) =>
        await webhooks.Rotate(id, seen.Viewer.Owner, seen.Viewer.Who, cancellation) is { } secret ? Results.Ok(new Made(id, secret)) : Unknown();

    public static async Task<IResult> Resume(Guid id, Seen seen, Subscriptions webhooks, CancellationToken cancellation) =>
        await webhooks.Resume(id, seen.Viewer.Owner, seen.Viewer.Who, cancellation) ? Results.NoContent() : Unknown();

    public static async Task<IResult> Remove(Guid id, Seen seen, Subscriptions webhooks, CancellationToken cancellation) =>
        await webhooks.Remove(id, seen.Viewer.Owner, seen.Viewer.Who, cancellation) ? Results.NoContent() : Unknown();

    private static IResult Unknown() => ApiProblem.Of(404, "No such webhook", "It may be another owner's.");
}
