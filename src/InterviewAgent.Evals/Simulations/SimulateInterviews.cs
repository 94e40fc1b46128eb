using System.Collections.Concurrent;
using System.Diagnostics;
using InterviewAgent.Evals.Neutrality;
using InterviewAgent.Interviewing;
using Microsoft.Extensions.Configuration;

namespace InterviewAgent.Evals.Simulations;

/// <summary>
/// Holds many interviews on the real engine and store with respondents that answer anything, and checks the four promises:
/// every interview ends, nothing shown breaks a blocking rule, nothing throws, no answer is altered or lost.
/// </summary>
public sealed class SimulateInterviews(IConfiguration settings, IReadOnlyList<string> answers, int seed, int workers)
{
    private readonly ConcurrentBag<SimulatedInterview> held = [];

    /// <param name="progress">Called with the number of interviews held so far.</param>
    public async Task<SimulationReport> Run(int interviews, Action<int>? progress = null, CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(async () =>
        {
            var clock = new SimulatedClock();
            await using var rehearsal = await Rehearsal.Open(settings, clock, cancellation: cancellation);
            for (var number = Interlocked.Increment(ref next); number < interviews; number = Interlocked.Increment(ref next))
            {
                held.Add(await HoldOne.Run(rehearsal, clock, new Random(HashSeed(number)), answers, number, cancellation));
                progress?.Invoke(held.Count);
            }
        }, cancellation)));
        return Report(watch.Elapsed);
    }

    private int HashSeed(int number) => unchecked(seed * 486_187_739 + number * 16_777_619);

    private SimulationReport Report(TimeSpan took) => new(
        held.Count, held.Sum(one => one.Messages), held.Sum(one => one.Shown), held.Sum(one => one.Probes),
        held.CountBy(one => one.Ending).ToDictionary(ending => ending.Key, ending => ending.Value),
        held.Max(one => one.Messages), held.Max(one => one.Probes),
        [.. held.SelectMany(one => one.Breaches)], [.. held.SelectMany(one => one.Faults)], Neutrality(), took);

    private NeutralityShares Neutrality()
    {
        var summary = new NeutralitySummary();
        foreach (var one in held)
        {
            summary.Add(one.Measures, one.WordsSaid);
        }
        return summary.Shares();
    }
}

/// <summary>One interview held: how long, how it ended, and what was wrong with it.</summary>
internal sealed record SimulatedInterview(
    int Messages, int Shown, int Probes, string Ending, IReadOnlyList<ShownBreach> Breaches, IReadOnlyList<string> Faults)
{
    /// <summary>The interviewer's turns by the independent metric, and how many words the respondent said.</summary>
    public IReadOnlyList<TurnMeasure> Measures { get; init; } = [];
    public long WordsSaid { get; init; }
}

/// <summary>A clock that the respondents' typing moves.</summary>
internal sealed class SimulatedClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    public override DateTimeOffset GetUtcNow() => now;
    internal void Advance(TimeSpan by) => now += by;
}
