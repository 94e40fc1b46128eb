namespace InterviewAgent.Web.Channels.Connector;

/// <summary>Why a call is not let in. 401: no good token; 403: a good one that is not for this; 503: cannot be told now.</summary>
internal sealed record Refusal(int Status, string Code, string Message)
{
    public static Refusal Token { get; } = new(401, "Unauthorized", "Send the channel's token for this bot as Authorization: Bearer.");
    public static Refusal Endorsement { get; } = new(403, "NotEndorsed", "The key of this token is not endorsed for the channel.");
    public static Refusal ServiceUrl { get; } = new(403, "ServiceUrl", "The activity's service URL is not the one that was signed, or not on an allowed host.");
    public static Refusal Tenant { get; } = new(403, "Tenant", "This bot does not serve the tenant.");
    public static Refusal TooFast { get; } = new(429, "TooManyRequests", "More messages than one conversation or tenant may send.");
    public static Refusal Unavailable { get; } = new(503, "ServiceUnavailable", "The channel's keys cannot be read now. Send it again in a few seconds.");
    public static Refusal Failed { get; } = new(503, "ServiceUnavailable", "It could not be taken now. Send it again in a few seconds.");
}
