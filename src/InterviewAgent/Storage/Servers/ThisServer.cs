namespace InterviewAgent.Storage.Servers;

/// <summary>This process among those that work on the store; a new one with each start.</summary>
public sealed class ThisServer
{
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>How many servers were seen alive last, this one among them. What a limit allows in all is divided by it.</summary>
    public int Alive { get; internal set; } = 1;
}
