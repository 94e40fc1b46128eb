namespace InterviewAgent.Webhooks;

/// <summary>What a webhook can be told of.</summary>
public static class WebhookEvents
{
    /// <summary>An account was flagged. Once for each flag, also when its evidence is renewed later.</summary>
    public const string FlagOpened = "flag.opened";

    /// <summary>A check-in interview came to its end and its respondent did not keep it to totals. Not for imported ones.</summary>
    public const string InterviewCompleted = "interview.completed";

    /// <summary>The digest of a week was written.</summary>
    public const string DigestReady = "digest.ready";

    /// <summary>Asked for by hand; nobody subscribes to it.</summary>
    public const string Test = "test";

    public static readonly IReadOnlyList<string> All = [FlagOpened, InterviewCompleted, DigestReady];
}
