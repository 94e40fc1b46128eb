namespace InterviewAgent.Mail;

/// <summary>A mail server that cannot be reached is left alone for a minute: a queue of thousands must not knock a thousand times.</summary>
internal sealed class MailRest(TimeProvider clock)
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);
    private long until;

    public bool IsResting => clock.GetUtcNow().UtcTicks < Interlocked.Read(ref until);

    public void Begin() => Interlocked.Exchange(ref until, (clock.GetUtcNow() + Length).UtcTicks);
}
