namespace InterviewAgent.Insights.Digests.Sending;

/// <summary>The address of the Teams workflow that posts the card ("Post to a channel when a webhook request is received"). It is a key: never logged, never stored.</summary>
public sealed class TeamsAddress(string? address)
{
    /// <summary>Stands in the store in its place.</summary>
    public const string Name = "teams";

    public static TeamsAddress FromEnvironment() => new(Environment.GetEnvironmentVariable(DigestOptions.TeamsVariable));

    public bool IsSet => !string.IsNullOrEmpty(address);

    internal Uri Uri => new(address!);
}
