using System.Diagnostics;
using System.Globalization;
using InterviewAgent.Interviewing;
using InterviewAgent.Storage;
using InterviewAgent.Web.Tests.Channels.Connector;
using InterviewAgent.Web.Tests.Resilience;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace InterviewAgent.Web.Tests.Servers;

/// <summary>
/// The people of <see cref="SeveralServersTests"/> at one server that nothing happens to, on either store, so that the two can be compared.
/// <c>INTERVIEW_AGENT_SERVERS_RUN=2000 dotnet test -c Release tests/InterviewAgent.Web.Tests --filter OneServerTests --logger "console;verbosity=detailed"</c>.
/// </summary>
public class OneServerTests(ITestOutputHelper output)
{
    private const int AtOnceWithoutPause = 64, MostWithoutPause = 200;

    [Theory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task One_server_carries_them_all_on_either_store(StorageProvider store)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(30));
        await using var teams = await SignedChannel.Start();
        await using var postgres = store == StorageProvider.PostgreSql ? await LocalPostgreSql.Start() : null;
        await using ServerProcess server = new()
        {
            Extra = new(teams.Settings.ToDictionary(one => one.Key, one => (string?)one.Value))
            {
                ["Connector:ConversationPerSecond"] = "50", ["Connector:Outbound:ConversationPerSecond"] = "50", ["Connector:Outbound:TenantPerSecond"] = "2000",
                ["Storage:Provider"] = store.ToString(), ["Storage:Connection"] = postgres?.To("interviews"), ["DOTNET_gcServer"] = "0",
            },
        };
        await server.Start(limit.Token);
        await using var services = ServerProcess.Product(server.Settings);
        var (half, more) = (Crowd.Size / 2, Math.Min(Crowd.Size, MostWithoutPause) / 2);
        var links = await Invitations.Send(server.Settings, Path.ChangeExtension(server.Database, ".jsonl"), half + more);
        await TeamsPerson.Invite(server.Settings, half + more);

        List<TeamsPerson> inTeams = [.. Enumerable.Range(0, half + more).Select(number => new TeamsPerson(server.Address, teams, number, HasEnded(services)))];
        List<Interviewee> onTheWeb = [.. links.Select((link, number) => new Interviewee(link, number))];
        await Measure($"{Crowd.Size} at once who take their time", server, inTeams[..half], onTheWeb[..half], (play, _) => Task.WhenAll(play.Select(one => one(Crowd.Think))));
        await Measure($"{AtOnceWithoutPause} at a time who do not pause", server, inTeams[half..], onTheWeb[half..], (play, cancellation) => Parallel.ForEachAsync(
            play, new ParallelOptions { MaxDegreeOfParallelism = AtOnceWithoutPause, CancellationToken = cancellation }, async (one, _) => await one(() => Task.CompletedTask)));

        await using var scope = services.CreateAsyncScope();
        var turns = await scope.ServiceProvider.GetRequiredService<InterviewAgentDb>().Turns.CountAsync(turn => turn.Speaker == Speaker.Participant, limit.Token);
        Assert.Equal(inTeams.Sum(person => person.Acknowledged.Count) + onTheWeb.Sum(person => person.Acknowledged.Count), turns);
        inTeams.ForEach(person => person.Dispose());
        onTheWeb.ForEach(person => person.Dispose());

        async Task Measure(string what, ServerProcess measured, List<TeamsPerson> some, List<Interviewee> others, Func<IReadOnlyList<Func<Func<Task>, Task>>, CancellationToken, Task> all)
        {
            var (watch, used) = (Stopwatch.StartNew(), measured.Processor);
            await all([.. some.Select(person => (Func<Func<Task>, Task>)(pause => Begin(() => person.Play(limit.Token, pause), pause))),
                .. others.Select(person => (Func<Func<Task>, Task>)(pause => Begin(() => person.Play(pause, limit.Token), pause)))], limit.Token);
            var took = watch.Elapsed.TotalSeconds;
            Assert.All(some, person => Assert.True(person.Ended));
            Assert.All(others, person => Assert.True(person.Ended));
            var times = some.SelectMany(person => person.Took).Concat(others.SelectMany(person => person.Took)).Select(time => time.TotalMilliseconds).Order().ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{store}, {what}: {times.Count} answers in {took:0} s, {times.Count / took:0} a second; acknowledged p50 {times[times.Count / 2]:0} ms, p99 {times[times.Count * 99 / 100]:0} ms; {(measured.Processor - used).TotalMilliseconds / times.Count:0.0} ms of the server's processor each; {measured.MostMemory / 1e6:0} MB at most."));
        }
    }

    private static Task Begin(Func<Task> play, Func<Task> pause) => Task.Run(async () =>
    {
        await pause();
        await play();
    });

    private static Func<string, Task<bool>> HasEnded(IServiceProvider services) => async who =>
    {
        await using var scope = services.CreateAsyncScope();
        InterviewStatus[] open = [InterviewStatus.Consenting, InterviewStatus.Open, InterviewStatus.Paused];
        var db = scope.ServiceProvider.GetRequiredService<InterviewAgentDb>();
        return await db.Interviews.AnyAsync(interview => !open.Contains(interview.Status)
            && db.Respondents.Any(person => person.Id == interview.RespondentId && person.AadObjectId == who));
    };
}
