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
        var coming = stand.Servers.Select(_ => Task.CompletedTask).ToArray();
        // The shortest of talks still sees two kills, the cut and the restart.
        for (var pause = Task.Delay(betweenKills, limit); await Task.WhenAny(over, pause) != over || Kills < 2;)
        {
            await pause;
            // Whoever is still starting is left to it; with nobody up, the first that comes is killed.
            var victims = Enumerable.Range(0, coming.Length).Where(server => coming[server].IsCompleted).ToList();
            if (victims.Count == 0)
            {
                pause = Task.WhenAny(coming);
                continue;
            }

            pause = Task.Delay(betweenKills, limit);
            var victim = victims[RandomNumberGenerator.GetInt32(victims.Count)];
            await coming[victim];
            Note($"server {victim} is killed, {victims.Count - 1} others are up");
            await stand.Servers[victim].Kill();
            Kills++;
            coming[victim] = Revive(victim, limit);
        }

        took.Stop();
        await Task.WhenAll([cutting, restarting, .. coming]);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Kills} kills, one every {took.Elapsed.TotalSeconds / Kills:0.0} s; {(cut ? $"one server cut off from the store for {cutFor.TotalSeconds:0} s" : "no cut")}; {(restarted ? "PostgreSQL restarted once" : "no restart")}");

    /// <summary>As whoever supervises servers does: one that ends while it starts, because the store is away, is started again.</summary>
    private async Task Revive(int number, CancellationToken limit)
    {
        for (var victim = stand.Servers[number]; ;)
        {
            try
            {
                await victim.Start(limit);
                Note($"server {number} is ready again");
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
