namespace InterviewAgent.Interviewing;

/// <summary>Says that an interview of this process has a new turn, for whoever shows it. Nothing depends on being heard: the turn is stored.</summary>
public sealed class NewTurns
{
    /// <summary>Carries the id of the check-in. Handlers return at once.</summary>
    public event Action<Guid>? Added;

    internal void Tell(Guid checkInId) => Added?.Invoke(checkInId);
}
