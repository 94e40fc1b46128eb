namespace InterviewAgent.Jobs;

/// <summary>
/// Durable work. The rows that need it are the queue: a sweep finds them, does them, and leaves them in a state in which it
/// finds them no more, in one transaction each. So a crash loses nothing, running twice changes nothing, and a timer or a
/// <see cref="Wake"/> only decides when.
/// </summary>
public interface ISweep
{
    /// <summary>How many rows were done; 0 means that nothing is left to do now.</summary>
    Task<int> Run(CancellationToken cancellation);
}

/// <summary>A registered sweep and how often it looks on its own.</summary>
/// <param name="OnWake">True: also at once whenever <see cref="Wake"/> says that there is work.</param>
/// <param name="EachServer">True: something of the server's own is to be done, on each of several; false: rows, which one of them does.</param>
public sealed record SweepSchedule(string Name, Type Sweep, TimeSpan Every, bool OnWake, bool EachServer = false);
