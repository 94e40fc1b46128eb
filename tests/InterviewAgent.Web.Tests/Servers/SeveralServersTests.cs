using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using InterviewAgent.Web.Tests.Channels.Connector;
using InterviewAgent.Web.Tests.Channels.Mail;
using InterviewAgent.Web.Tests.Resilience;
using Xunit.Abstractions;

namespace InterviewAgent.Web.Tests.Servers;

/// <summary>
/// Three servers behind nginx on one PostgreSQL, over both channels, while servers are killed, PostgreSQL is restarted and one server is cut off.
/// <c>INTERVIEW_AGENT_SERVERS_RUN=2000 dotnet test -c Release tests/InterviewAgent.Web.Tests --filter SeveralServersTests</c> is the long run.
/// </summary>
public class SeveralServersTests(ITestOutputHelper output)
{
    private const int Servers = 3;
    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(Crowd.IsLarge ? 10 : 6);
    private static readonly TimeSpan CutFor = TimeSpan.FromSeconds(Crowd.IsLarge ? 30 : 4);

    // Some fourteen answers each: in the middle of them.
    private static readonly TimeSpan RestartAfter = TimeSpan.FromSeconds(Crowd.IsLarge ? Crowd.SlowestSeconds * 5 : 12);

    [Fact]
    public async Task Nothing_is_lost_or_doubled_when_servers_die_the_store_restarts_and_one_is_cut_off()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(Crowd.IsLarge ? 30 : 8));
        await using var teams = await SignedChannel.Start();
        await using var mail = await SmtpPeer.Start();
        await using var hooks = await HookReceiver.Start();
        await using var stand = await Stand.Start(Servers, Run.Settings(teams, mail, Crowd.IsLarge), limit.Token);
        Run run = new(stand, teams, mail, hooks);
        var links = await run.Seed(Crowd.Size, limit.Token);

        List<TeamsPerson> inTeams = [.. Enumerable.Range(0, Crowd.Size / 2).Select(number => new TeamsPerson(stand.Front.Address, teams, number, run.HasEnded))];
        List<Interviewee> onTheWeb = [.. links.Select((link, number) => new Interviewee(link, number) { CutsConnections = true })];
        var watch = Stopwatch.StartNew();
        // The first fault ends the run.
        Exception? fault = null;
        async Task Talk(Func<Task> play)
        {
            try
            {
                await Begin(play, limit.Token);
            }
            catch (Exception failure) when (Interlocked.CompareExchange(ref fault, failure, null) is null)
            {
                await limit.CancelAsync();
            }
        }

        var talking = Task.WhenAll([.. inTeams.Select(person => Task.Run(() => Talk(() => person.Play(limit.Token, Crowd.Think)))),
            .. onTheWeb.Select(person => Task.Run(() => Talk(() => person.Play(Crowd.Think, limit.Token))))]);
        Disturb disturb = new(stand, BetweenKills, CutFor, RestartAfter);
        try
        {
            await disturb.Until(talking, limit.Token);
            await talking;
        }
        catch
        {
            output.WriteLine(string.Join("\n\n", stand.Servers.Select(server => server.Log)));
            Assert.Fail($"{fault}\n{string.Join('\n', disturb.Diary)}");
        }

        Assert.Null(fault);
        var took = watch.Elapsed;
        await run.Settled(limit.Token);
        Assert.All(inTeams, person => Assert.True(person.Ended));
        Assert.All(onTheWeb, person => Assert.True(person.Ended));
        var times = inTeams.SelectMany(person => person.Took).Concat(onTheWeb.SelectMany(person => person.Took)).Order().ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Servers} servers, {Crowd.Size} interviews at once over both channels in {took.TotalSeconds:0} s; {disturb}; {times.Count / took.TotalSeconds:0.0} answers a second, p50 {At(times, 0.5):0} ms, p99 {At(times, 0.99):0} ms with all retries."));
        foreach (var line in await run.Check([.. inTeams.SelectMany(person => person.Acknowledged), .. onTheWeb.SelectMany(person => person.Acknowledged)], disturb.Kills, () => disturb.Diary))
        {
            output.WriteLine(line);
        }

        inTeams.ForEach(person => person.Dispose());
        onTheWeb.ForEach(person => person.Dispose());
    }

    private static async Task Begin(Func<Task> play, CancellationToken cancellation)
    {
        await Task.Delay(RandomNumberGenerator.GetInt32(1 + Crowd.SlowestSeconds * 1000), cancellation);
        await play();
    }

    private static double At(List<TimeSpan> times, double share) => times[(int)(share * (times.Count - 1))].TotalMilliseconds;
}
