namespace InterviewAgent.Web.Tests;

/// <summary>The system's clock, set on by hand: hours pass without anybody waiting.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long shift;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Interlocked.Read(ref shift));

    public void SetOn(TimeSpan by) => Interlocked.Add(ref shift, by.Ticks);
}
