namespace InterviewAgent.Webhooks;

/// <summary>When an event that was not taken is sent again. Pure.</summary>
internal static class RetryPlan
{
    // Ten attempts in 25 hours: a receiver that is down over night, or over a day's outage, still gets everything.
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(2),
        TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(10),
    ];

    private const double Jitter = 0.2;

    /// <summary>After one failure nothing else goes to that address for as long as its row waits, but not longer than this.</summary>
    private static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(1);

    public static int MostAttempts => Waits.Length + 1;

    /// <param name="attempts">Made so far, from 1.</param>
    /// <param name="asked">What the receiver's Retry-After says; it is heeded where it is longer.</param>
    /// <param name="chance">From 0 to below 1: spreads the attempts of many rows.</param>
    /// <returns>Null: given up.</returns>
    public static TimeSpan? Next(int attempts, TimeSpan? asked, double chance)
    {
        if (attempts >= MostAttempts)
        {
            return null;
        }
        var usual = Waits[Math.Max(0, attempts - 1)] * (1 - Jitter + (2 * Jitter * chance));
        return asked is { } wait && wait > usual ? TimeSpan.FromTicks(Math.Min(wait.Ticks, LongestAsked.Ticks)) : usual;
    }

    public static TimeSpan Rest(TimeSpan? next, TimeSpan? asked)
    {
        var rest = next is { } wait && wait < LongestRest ? wait : LongestRest;
        return asked is { } wanted && wanted > rest ? TimeSpan.FromTicks(Math.Min(wanted.Ticks, LongestAsked.Ticks)) : rest;
    }
}
