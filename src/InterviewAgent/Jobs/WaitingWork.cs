using InterviewAgent.Storage;

namespace InterviewAgent.Jobs;

/// <summary>A kind of rows that wait for something to be done to them. Slices register their own; the telemetry counts them.</summary>
/// <param name="Queue">As it is called in figures and in the runbook.</param>
/// <param name="Depth">How many wait, at the time given.</param>
/// <param name="Since">Since when each of them waits, the oldest first.</param>
public sealed record WaitingWork(
    string Queue, Func<InterviewAgentDb, DateTimeOffset, IQueryable<object>> Depth, Func<InterviewAgentDb, DateTimeOffset, IQueryable<DateTimeOffset?>> Since);
