namespace InterviewAgent.Jobs;

/// <summary>Does all waiting work now, in the caller's thread: for the command line, and for tests that do not wait.</summary>
public sealed class DrainSweeps(IEnumerable<SweepSchedule> schedules, RunSweep run)
{
    /// <summary>Rows done by each sweep, in the order of registration, which is the order in which one feeds the next.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Run(CancellationToken cancellation = default)
    {
        Dictionary<string, int> done = [];
        foreach (var schedule in schedules)
        {
            done[schedule.Name] = 0;
            int now;
            do
            {
                now = await run.Of(schedule, cancellation);
                done[schedule.Name] += now;
            }
            while (now > 0);
        }

        return done;
    }
}
