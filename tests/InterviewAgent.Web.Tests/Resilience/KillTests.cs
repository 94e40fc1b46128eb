using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace InterviewAgent.Web.Tests.Resilience;

/// <summary>
/// The server dies by SIGKILL at random moments while people answer. <c>INTERVIEW_AGENT_KILLS=200 dotnet test
/// tests/InterviewAgent.Web.Tests --filter KillTests</c> is the long run; the tests kill it a few times.
/// </summary>
public class KillTests(ITestOutputHelper output)
{
    private const int AtOnce = 4;

    private static readonly int Kills =
        int.Parse(Environment.GetEnvironmentVariable("INTERVIEW_AGENT_KILLS") ?? "4", CultureInfo.InvariantCulture);

    [Fact]
    public async Task No_acknowledged_answer_is_lost_or_doubled_when_the_server_is_killed()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2 + Kills));
        await using var server = new ServerProcess();
        await server.Start(limit.Token);
        var links = await Invitations.Send(server, interviews: Kills * AtOnce * 2);

        using var enough = CancellationTokenSource.CreateLinkedTokenSource(limit.Token);
        List<Interviewee> people = [];
        var next = -1;
        var talking = Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => TalkUntilEnough(people, links, () => Interlocked.Increment(ref next), enough.Token, limit.Token))).ToList();
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(RandomNumberGenerator.GetInt32(20, 700), limit.Token);
            await server.Kill();
            CheckStore(server, people);
            await server.Start(limit.Token);
        }
        await enough.CancelAsync();
        await Finish(talking, server);
        var stored = CheckStore(server, people);

        Assert.All(people, person => Assert.True(person.Ended));
        output.WriteLine($"{Kills} kills, {people.Count} interviews to their end, {stored} answers acknowledged and stored once.");
        people.ForEach(person => person.Dispose());
    }

    private async Task Finish(List<Task> talking, ServerProcess server)
    {
        try
        {
            await Task.WhenAll(talking);
        }
        catch
        {
            output.WriteLine(server.Log);
            throw;
        }
    }

    /// <summary>One interview after the other; after enough kills the one that is open goes on to its end.</summary>
    private static async Task TalkUntilEnough(
        List<Interviewee> people, IReadOnlyList<Uri> links, Func<int> next, CancellationToken enough, CancellationToken limit)
    {
        do
        {
            var number = next();
            var person = new Interviewee(links[number % links.Count], number);
            lock (people)
            {
                people.Add(person);
            }
            await person.Play(() => Task.Delay(20, limit), limit);
        }
        while (!enough.IsCancellationRequested);
    }

    /// <summary>Every acknowledged answer is in the store once, with its words; returns how many.</summary>
    internal static int CheckStore(ServerProcess server, List<Interviewee> people)
    {
        List<(string Id, string Text)> acknowledged;
        lock (people)
        {
            acknowledged = [.. people.SelectMany(person => person.Acknowledged.ToArray())];
        }
        using var store = new SqliteConnection($"Data Source={server.Database};Pooling=False");
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText = "SELECT MessageId, Text FROM Turns WHERE Speaker = 'Participant'";
        using var rows = command.ExecuteReader();
        Dictionary<string, List<string>> stored = [];
        while (rows.Read())
        {
            var id = rows.GetString(0);
            var key = id[(id.LastIndexOf(':') + 1)..];
            stored.TryAdd(key, []);
            stored[key].Add(rows.GetString(1));
        }
        foreach (var (id, text) in acknowledged)
        {
            Assert.Equal(text, Assert.Single(stored.GetValueOrDefault(id, [])));
        }
        return acknowledged.Count;
    }
}
