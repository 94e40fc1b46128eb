using InterviewAgent.Web.Tests.Resilience;

namespace InterviewAgent.Web.Tests.Servers;

/// <summary>The real server, started while its PostgreSQL is away.</summary>
public class SeveralServersStartTests
{
    [Fact]
    public async Task A_server_whose_store_is_away_waits_for_it_and_says_so_and_one_that_may_not_in_ends()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(3));
        await using var postgres = await LocalPostgreSql.Start();
        await postgres.GoAway();
        await using var server = Server(postgres.To("interviews"));
        var started = server.Start(limit.Token);
        while (!server.Log.Contains("waits for the store", StringComparison.Ordinal))
        {
            Assert.False(started.IsCompleted, "it did not wait");
            await Task.Delay(50, limit.Token);
        }

        await postgres.ComeBack();
        await started;

        await using var stranger = Server(postgres.To("interviews").Replace("Username=agent", "Username=nobody", StringComparison.Ordinal));
        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => stranger.Start(limit.Token));
        Assert.Equal(2, stranger.ExitCode);
    }

    private static ServerProcess Server(string connection) => new()
    {
        Extra = { ["Storage:Provider"] = "PostgreSQL", ["Storage:Connection"] = connection },
    };
}
