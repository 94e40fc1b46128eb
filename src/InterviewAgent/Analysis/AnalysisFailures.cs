using System.Collections.Concurrent;

namespace InterviewAgent.Analysis;

/// <summary>
/// Interviews that could not be coded, and when each is tried again: after a minute, then twice as long each time, at most an
/// hour. Kept in memory only: a restart may well bring the mend.
/// </summary>
public sealed class AnalysisFailures
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<Guid, (TimeSpan Pause, DateTimeOffset Until)> failed = new();

    public void Remember(Guid interview, DateTimeOffset now) => failed.AddOrUpdate(
        interview,
        _ => (TimeSpan.FromMinutes(1), now + TimeSpan.FromMinutes(1)),
        (_, before) => (before.Pause * 2 < Longest ? before.Pause * 2 : Longest, now + before.Pause * 2));

    public void Forget(Guid interview) => failed.TryRemove(interview, out _);

    public IReadOnlyList<Guid> Resting(DateTimeOffset now) =>
        [.. failed.Where(pair => pair.Value.Until > now).Select(pair => pair.Key)];
}
