using InterviewAgent.Storage.Servers;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Storage.Servers;

public sealed class CountUsesTests : IDisposable
{
    private readonly TestDatabase database = new();
    private readonly TestClock clock = new();

    [Fact]
    public async Task Two_servers_count_together_one_by_one()
    {
        CountUses one = new(database, clock), other = new(database, clock);
        var counted = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => (number % 2 == 0 ? one : other).Add("sign-in 10.0.0.1")));
        Assert.Equal(Enumerable.Range(1, 20), counted.Order());
        Assert.Equal(1, await one.Add("sign-in 10.0.0.2"));
    }

    [Fact]
    public async Task The_next_minute_begins_anew_and_nobodys_address_is_kept()
    {
        CountUses uses = new(database, clock);
        await uses.Add("sign-in 10.0.0.1");
        await uses.Add("sign-in 10.0.0.1");
        clock.Now = clock.Now.AddMinutes(1);
        Assert.Equal(1, await uses.Add("sign-in 10.0.0.1"));
        clock.Now = clock.Now.AddHours(1);
        await uses.Add("sign-in 10.0.0.9");
        await using var db = database.Open();
        Assert.DoesNotContain("10.0.0", Assert.Single(await db.UseCounts.ToListAsync()).Key, StringComparison.Ordinal);
    }

    public void Dispose() => database.Dispose();

    private sealed class TestClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
