using InterviewAgent.Jobs;

namespace InterviewAgent.Web.Channels.Connector.Inbox;

/// <summary>A channel sends a copy within a minute; a day later nobody asks for the mark. What was given up stays a week for those who look.</summary>
internal sealed class ForgetArrivals(StoredArrivals stored, TimeProvider clock) : ISweep
{
    public Task<int> Run(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return stored.Forget(now.AddDays(-1), now.AddDays(-7), cancellation);
    }
}
