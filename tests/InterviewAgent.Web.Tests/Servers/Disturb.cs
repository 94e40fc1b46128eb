using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using InterviewAgent.Web.Tests.Resilience;

namespace InterviewAgent.Web.Tests.Servers;

/// <summary>What goes wrong while people talk: kills all the time, in between the first server's way to the store is cut, and the store restarts once.</summary>
internal sealed class Disturb(Stand stand, TimeSpan betweenKills, TimeSpan cutFor, TimeSpan restartAfter)
{
    private readonly Stopwatch took = Stopwatch.StartNew();
    private bool cut, restarted;

    public int Kills { get; private set; }

    /// <summary>What was done when.</summary>
    public ConcurrentQueue<string> Diary { get; } = new();

    public async Task Until(Task over, CancellationToken limit)
    {
        var cutting = Cut(limit);
        var restarting = Restart(limit);
        // The shortest of talks still sees two kills, the cut and the restart.
        for (var pause = Task.Delay(betweenKills, limit); await Task.WhenAny(over, pause) != over || Kills < 2;)
        {
            await pause;
            pause = Task.Delay(betweenKills, limit);
            var victim = RandomNumberGenerator.GetInt32(stand.Servers.Count);
            Note($"server {victim} is killed");
            await stand.Servers[victim].Kill();
            Kills++;
            await Revive(stand.Servers[victim], limit);
            Note($"server {victim} is ready again");
        }

        took.Stop();
        await Task.WhenAll(cutting, restarting);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Kills} kills, one every {took.Elapsed.TotalSeconds / Kills:0.0} s; {(cut ? $"one server cut off from the store for {cutFor.TotalSeconds:0} s" : "no cut")}; {(restarted ? "PostgreSQL restarted once" : "no restart")}");

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
        Note("server 0 is cut off");
        stand.Line.Cut();
        await Task.Delay(cutFor, limit);
        stand.Line.Mend();
        cut = true;
        Note("it is joined again");
    }

    private async Task Restart(CancellationToken limit)
    {
        await Task.Delay(restartAfter, limit);
        Note("PostgreSQL restarts");
        await stand.RestartStore();
        restarted = true;
        Note("it runs again");
    }

    private void Note(string what) => Diary.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.UtcNow:HH:mm:ss.fff} {what}"));
}
