namespace InterviewAgent.Storage.Servers;

/// <summary>
/// What servers on one store tell each other: "look again at this conversation". Nothing depends on being heard: what is new is stored, and who shows
/// it looks again from time to time.
/// </summary>
public interface IServerNews
{
    /// <summary>Another server has told. Handlers return at once.</summary>
    event Action<Guid>? Told;

    /// <summary>The line was down, so that anything may have been missed. Handlers return at once.</summary>
    event Action? Missed;

    /// <summary>Tells all other servers, after what is new was committed. Returns at once.</summary>
    void Tell(Guid conversation);
}

/// <summary>There is no other server.</summary>
public sealed class NoOtherServer : IServerNews
{
#pragma warning disable CS0067 // Nobody ever tells.
    public event Action<Guid>? Told;
    public event Action? Missed;
#pragma warning restore CS0067

    public void Tell(Guid conversation)
    {
    }
}
