namespace InterviewAgent.Web.Channels.Connector.Outbound;

/// <summary>
/// Until when a claimed message may begin to be sent: while its claim holds. Both clocks must say so, since the steady one stands still while a machine
/// sleeps, and the other one is set.
/// </summary>
internal sealed class SendBefore(TimeProvider clock, TimeSpan time)
{
    private readonly long began = clock.GetTimestamp();
    private readonly DateTimeOffset until = clock.GetUtcNow() + time;

    public bool IsOver => clock.GetElapsedTime(began) >= time || clock.GetUtcNow() >= until;
}
