using InterviewAgent.Web.Channels.Connector.Outbound.Tokens;
using Microsoft.Extensions.Logging.Abstractions;

namespace InterviewAgent.Web.Tests.Channels.Connector.Outbound;

public sealed class AccessTokensTests : IDisposable
{
    private readonly FastClock clock = new();
    private readonly Issuer issuer;

    public AccessTokensTests()
    {
        issuer = new(clock);
        Tokens = new(issuer, clock, NullLogger<AccessTokens>.Instance);
    }

    private AccessTokens Tokens { get; }

    public void Dispose() => Tokens.Dispose();

    [Fact]
    public async Task However_many_want_one_it_is_asked_for_once()
    {
        issuer.Hold = new();
        var wanting = Enumerable.Range(0, 50).Select(_ => Task.Run(() => Tokens.Get(default))).ToList();
        issuer.Hold.SetResult();
        Assert.All(await Task.WhenAll(wanting), answer => Assert.Equal("token-1", answer.Token));
        Assert.Equal(1, issuer.Asked);
    }

    [Fact]
    public async Task It_is_renewed_before_it_runs_out()
    {
        await Tokens.Get(default);
        clock.Advance(TimeSpan.FromMinutes(54));
        Assert.Equal("token-1", (await Tokens.Get(default)).Token);
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("token-2", (await Tokens.Get(default)).Token);
    }

    [Fact]
    public async Task While_one_renews_it_nobody_else_waits()
    {
        await Tokens.Get(default);
        clock.Advance(TimeSpan.FromMinutes(56));
        issuer.Hold = new();
        var renewing = Task.Run(() => Tokens.Get(default));
        Assert.True(SpinWait.SpinUntil(() => issuer.Asked == 2, TimeSpan.FromSeconds(10)));
        Assert.Equal("token-1", (await Tokens.Get(default)).Token);
        issuer.Hold.SetResult();
        Assert.Equal("token-2", (await renewing).Token);
    }

    [Fact]
    public async Task A_good_token_outlives_a_failed_renewal()
    {
        await Tokens.Get(default);
        issuer.Fails = true;
        clock.Advance(TimeSpan.FromMinutes(56));
        Assert.Equal("token-1", (await Tokens.Get(default)).Token);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("no token: down", (await Tokens.Get(default)).ToString());
    }

    [Fact]
    public async Task After_a_failure_nobody_asks_for_some_seconds()
    {
        issuer.Fails = true;
        Assert.False((await Tokens.Get(default)).Given);
        Assert.False((await Tokens.Get(default)).Given);
        Assert.Equal(1, issuer.Asked);
        issuer.Fails = false;
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.True((await Tokens.Get(default)).Given);
    }

    [Fact]
    public async Task A_refused_token_goes_and_a_newer_one_stays()
    {
        var first = await Tokens.Get(default);
        Tokens.Drop(first);
        var second = await Tokens.Get(default);
        Tokens.Drop(first);
        Assert.Equal("token-2", second.Token);
        Assert.Same(second, await Tokens.Get(default));
    }

    private sealed class Issuer(TimeProvider clock) : IIssueTokens
    {
        private int asked;
        public int Asked => asked;
        public bool Fails { get; set; }
        public TaskCompletionSource? Hold { get; set; }

        public async Task<TokenAnswer> Issue(CancellationToken cancellation)
        {
            var n = Interlocked.Increment(ref asked);
            if (Hold is { } hold)
            {
                await hold.Task;
            }

            return Fails ? TokenAnswer.None("down") : new($"token-{n}", clock.GetUtcNow().AddHours(1));
        }
    }
}
