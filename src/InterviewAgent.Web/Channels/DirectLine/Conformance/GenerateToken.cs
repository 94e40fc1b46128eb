using System.Text.Json;
using System.Text.RegularExpressions;

namespace InterviewAgent.Web.Channels.DirectLine.Conformance;

/// <summary><c>POST /tokens/generate</c>: with the secret a token for a conversation with the guide, and with it for nothing else.</summary>
internal static partial class GenerateToken
{
    public static async Task<IResult> Post(HttpContext http, ConformanceDoor door, DirectLineTokens tokens, CancellationToken cancellation)
    {
        if (BearerToken.Of(http.Request) is not { } secret)
        {
            return BearerToken.Missing();
        }

        if (!door.Admits(http) || !door.IsSecret(secret))
        {
            return DirectLineJson.Error(403, "BadSecret", "Tokens are given to the holders of a personal link, by the chat page.");
        }

        var visitor = ConformanceGuide.NewVisitor(await RequestedUser(http.Request, cancellation));
        return DirectLineJson.Ok(new StartedConversation(visitor.CheckInId.ToString("N"), tokens.Mint(visitor), tokens.LifeSeconds, null));
    }

    /// <summary>The id the holder of the secret asks for; without the prefix "dl_" it is none.</summary>
    public static async Task<string?> RequestedUser(HttpRequest request, CancellationToken cancellation)
    {
        var body = await Activities.Body(request, cancellation);
        return body is { Length: > 0 } bytes && Activities.Parsed(bytes) is { } json
            && Member(json, "user") is { ValueKind: JsonValueKind.Object } user && Member(user, "id") is { ValueKind: JsonValueKind.String } id
            && UserId().IsMatch(id.GetString()!)
                ? id.GetString()
                : null;
    }

    // Some clients write User.Id.
    private static JsonElement? Member(JsonElement from, string name) => from.EnumerateObject()
        .Where(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(member => (JsonElement?)member.Value).FirstOrDefault();

    [GeneratedRegex("^dl_[A-Za-z0-9_-]{1,100}$")]
    private static partial Regex UserId();
}
