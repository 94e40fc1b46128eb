namespace InterviewAgent.LanguageModels.Connections;

/// <summary>A provider's tokens a minute: refilled evenly, a minute's worth at most.</summary>
internal sealed class TokenBucket(int perMinute, TimeProvider clock)
{
    private readonly Lock gate = new();
    private double available = perMinute;
    private long refilledAt = clock.GetTimestamp();

    /// <summary>Zero: taken. Else how long until it could be.</summary>
    public TimeSpan Take(int tokens)
    {
        lock (gate)
        {
            Refill();
            var wanted = Math.Min(tokens, perMinute); // A request larger than a minute's worth goes when the bucket is full.
            if (available < wanted)
            {
                return TimeSpan.FromMinutes((wanted - available) / perMinute) + TimeSpan.FromMilliseconds(1);
            }
            available -= tokens;
            return TimeSpan.Zero;
        }
    }

    /// <summary>The server counted; ours was an estimate.</summary>
    public void Correct(int estimated, int counted)
    {
        lock (gate)
        {
            available = Math.Min(perMinute, available + estimated - counted);
        }
    }

    private void Refill()
    {
        var now = clock.GetTimestamp();
        available = Math.Min(perMinute, available + clock.GetElapsedTime(refilledAt, now).TotalMinutes * perMinute);
        refilledAt = now;
    }
}
