using System.Threading.RateLimiting;
using InterviewAgent.Storage.Servers;
using InterviewAgent.Web.Security;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Security;

public sealed class SharedLimiterTests : IDisposable
{
    private readonly Site site = new();

    [Fact]
    public async Task Who_was_too_fast_is_told_to_wait_out_the_minute()
    {
        using var limiter = new SharedLimiter(site.Services.GetRequiredService<CountUses>(), "test", 1);
        using var first = await limiter.AcquireAsync(1);
        using var second = await limiter.AcquireAsync(1);
        Assert.True(first.IsAcquired);
        Assert.False(second.IsAcquired);
        Assert.True(second.TryGetMetadata(MetadataName.RetryAfter, out var wait));
        Assert.Equal(TimeSpan.FromMinutes(1), wait);
        Assert.False(first.TryGetMetadata(MetadataName.RetryAfter, out _));
    }

    public void Dispose() => site.Dispose();
}
