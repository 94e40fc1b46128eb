using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.Connector;

/// <summary>
/// How much one conversation and one tenant may send. Counted after the token was checked: before it, anybody could use up
/// somebody else's share by naming them.
/// </summary>
internal sealed class Pace : IDisposable
{
    private readonly PartitionedRateLimiter<ChannelActivity> limits;

    public Pace(IOptions<ConnectorOptions> settings)
    {
        var options = settings.Value;
        limits = PartitionedRateLimiter.CreateChained(
            PerSecond(activity => activity.ChannelId + " " + activity.Conversation!.Id, options.ConversationBurst, options.ConversationPerSecond),
            PerSecond(activity => activity.TenantId ?? "", options.TenantPerSecond, options.TenantPerSecond));
    }

    public bool Allows(ChannelActivity activity)
    {
        using var lease = limits.AttemptAcquire(activity);
        return lease.IsAcquired;
    }

    public void Dispose() => limits.Dispose();

    private static PartitionedRateLimiter<ChannelActivity> PerSecond(Func<ChannelActivity, string> whose, int burst, int refill) =>
        PartitionedRateLimiter.Create<ChannelActivity, string>(activity => RateLimitPartition.GetTokenBucketLimiter(
            whose(activity), _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = burst, TokensPerPeriod = refill, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0,
            }));
}
