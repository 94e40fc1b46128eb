namespace InterviewAgent.Storage.Servers;

/// <summary>How often something that is limited was used within a minute, by all servers together. Whose it is stands there as a hash only.</summary>
public sealed class UseCount
{
    public required string Key { get; init; }

    /// <summary>Minutes since 1970, UTC.</summary>
    public long Minute { get; set; }
    public int Times { get; set; }
}
