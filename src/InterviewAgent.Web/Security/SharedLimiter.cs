using System.Threading.RateLimiting;
using InterviewAgent.Storage.Servers;

namespace InterviewAgent.Web.Security;

/// <summary>
/// So many a minute by all servers together, counted in the store. Where the store does not answer, this server counts by itself: a limit must not
/// keep people out, and what is behind it needs the store anyway.
/// </summary>
internal sealed class SharedLimiter(CountUses uses, string what, int times) : RateLimiter
{
    private readonly FixedWindowRateLimiter here = new(new() { PermitLimit = times, Window = TimeSpan.FromMinutes(1) });

    /// <summary>Counted together where several servers may share the store; by <paramref name="alone"/> where this is the only one.</summary>
    public static RateLimitPartition<string> Partition(HttpContext http, string what, int times, Func<string, RateLimiter> alone)
    {
        var uses = http.RequestServices.GetRequiredService<CountUses>();
        return RateLimitPartition.Get(what, key => uses.IsNeeded ? new SharedLimiter(uses, key, times) : alone(key));
    }

    public override TimeSpan? IdleDuration => here.IdleDuration;

    public override RateLimiterStatistics? GetStatistics() => here.GetStatistics();

    // The middleware asks without waiting first and with waiting then: the store is asked where it can be waited for.
    protected override RateLimitLease AttemptAcquireCore(int permitCount) => new Counted(permitCount == 0);

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        using var own = here.AttemptAcquire(permitCount); // What is too much for one server is too much for all.
        if (!own.IsAcquired)
        {
            return new Counted(false);
        }

        try
        {
            return new Counted(await uses.Add(what, cancellationToken) <= times);
        }
        catch (Exception failure) when (failure is System.Data.Common.DbException or TimeoutException or InvalidOperationException)
        {
            return new Counted(true);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            here.Dispose();
        }

        base.Dispose(disposing);
    }

    private sealed class Counted(bool acquired) : RateLimitLease
    {
        public override bool IsAcquired => acquired;
        public override IEnumerable<string> MetadataNames => [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = !acquired && metadataName == MetadataName.RetryAfter.Name ? TimeSpan.FromMinutes(1) : null;
            return metadata is not null;
        }
    }
}
