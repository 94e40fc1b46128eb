using System.Globalization;
using System.Security.Cryptography;
using InterviewAgent.Web.Tests.Resilience;

namespace InterviewAgent.Web.Tests.Servers;

/// <summary>What goes wrong while people talk: kills all the time, in between the first server's way to the store is cut, and the store restarts once.</summary>
internal sealed class Disturb(Stand stand, TimeSpan betweenKills, TimeSpan cutFor)
{
    private bool cut, restarted;

    public int Kills { get; private set; }

    public async Task Until(Task over, CancellationToken limit)
    {
        var cutting = Cut(limit);
        var restarting = Restart(limit);
        // The shortest of talks still sees two kills, the cut and the restart.
        while (await Task.WhenAny(over, Task.Delay(betweenKills, limit)) != over || Kills < 2)
        {
            var victim = stand.Servers[RandomNumberGenerator.GetInt32(stand.Servers.Count)];
            await victim.Kill();
            Kills++;
            await Revive(victim, limit);
        }

        await Task.WhenAll(cutting, restarting);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Kills} kills, one every {betweenKills.TotalSeconds:0} s; {(cut ? $"one server cut off from the store for {cutFor.TotalSeconds:0} s" : "no cut")}; {(restarted ? "PostgreSQL restarted once" : "no restart")}");

    /// <summary>As whoever supervises servers does: one that ends while it starts, because the store is away, is started again.</summary>
    private static async Task Revive(ServerProcess victim, CancellationToken limit)
    {
        while (true)
        {
            try
            {
                await victim.Start(limit);
                return;
            }
            catch (Xunit.Sdk.XunitException) when (victim.HasEnded)
            {
                await Task.Delay(1000, limit);
            }
        }
    }

    private async Task Cut(CancellationToken limit)
    {
        await Task.Delay(betweenKills * 1.5, limit);
        stand.Line.Cut();
        await Task.Delay(cutFor, limit);
        stand.Line.Mend();
        cut = true;
    }

    private async Task Restart(CancellationToken limit)
    {
        await Task.Delay((betweenKills * 2) + cutFor, limit);
        await stand.RestartStore();
        restarted = true;
    }
}
