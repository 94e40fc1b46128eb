using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using InterviewAgent.Web.Tests.Channels.Connector;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace InterviewAgent.Web.Tests.Resilience;

/// <summary>
/// Interviews over both channels while everything goes wrong at once. <c>INTERVIEW_AGENT_FAULTS=1000 dotnet test -c Release
/// tests/InterviewAgent.Web.Tests --filter FaultTests</c> is the long run; the tests hold a few.
/// </summary>
public class FaultTests(ITestOutputHelper output)
{
    private const int AtOnce = 12;

    private static readonly int Interviews =
        int.Parse(Environment.GetEnvironmentVariable("INTERVIEW_AGENT_FAULTS") ?? "8", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Nothing_is_lost_or_doubled_over_both_channels_whatever_goes_wrong()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4 + (Interviews / 8)));
        await using var teams = await SignedChannel.Start();
        teams.Channel.Always = Fault;
        await using var server = new ServerProcess();
        foreach (var (key, value) in teams.Settings)
        {
            server.Extra[key] = value;
        }
        server.Extra["Connector:ConversationPerSecond"] = server.Extra["Connector:Outbound:ConversationPerSecond"] = "50";
        await server.Start(limit.Token);
        var links = await Invitations.Send(server, Interviews / 2);
        await TeamsPerson.Invite(server.Settings, Interviews / 2);

        List<TeamsPerson> inTeams = [.. Enumerable.Range(0, Interviews / 2).Select(number => new TeamsPerson(server.Address, teams, number, TeamsPerson.EndedIn(server)))];
        List<Interviewee> onTheWeb = [.. links.Select((link, number) => new Interviewee(link, number) { CutsConnections = true })];
        ConcurrentQueue<Func<Task>> waiting = new(inTeams.Select(person => (Func<Task>)(() => person.Play(limit.Token)))
            .Zip(onTheWeb.Select(person => (Func<Task>)(() => person.Play(() => Task.CompletedTask, limit.Token)))).SelectMany(pair => new[] { pair.First, pair.Second }));
        var talking = Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
        {
            while (waiting.TryDequeue(out var play))
            {
                await play();
            }
        })));
        var kills = await KillUntil(talking, server, limit.Token);
        try
        {
            await talking;
        }
        catch
        {
            output.WriteLine(server.Log);
            throw;
        }

        // What is still on its way arrives, or is given up as unknown.
        await Settled(server, limit.Token);
        Assert.All(inTeams, person => Assert.True(person.Ended));
        Assert.All(onTheWeb, person => Assert.True(person.Ended));
        var answers = CheckAnswers(server, [.. inTeams.SelectMany(person => person.Acknowledged), .. onTheWeb.SelectMany(person => person.Acknowledged)]);
        var (acknowledged, unknown) = CheckQuestions(server, teams.Channel, kills.Count);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Interviews} interviews to their end, half of them in Teams; {kills.Count} kills, {teams.Channel.Calls.Count(call => call.Answered >= 300)} failures of the channel; {answers} answers acknowledged and stored once; {acknowledged} messages acknowledged by the channel, {Doubled(server, teams.Channel)} of them twice, {unknown} of unknown outcome."));
        inTeams.ForEach(person => person.Dispose());
        onTheWeb.ForEach(person => person.Dispose());
    }

    private static ChannelFault? Fault(string method, string path) => RandomNumberGenerator.GetInt32(100) switch
    {
        < 6 => ChannelFault.TooMany("1"),
        < 12 => ChannelFault.BadGateway,
        < 16 => ChannelFault.FailsAfterDelivery,
        _ => null,
    };

    /// <summary>A kill every few seconds, until all have said what they had to say.</summary>
    private static async Task<List<DateTimeOffset>> KillUntil(Task talking, ServerProcess server, CancellationToken limit)
    {
        List<DateTimeOffset> kills = [];
        while (await Task.WhenAny(talking, Task.Delay(RandomNumberGenerator.GetInt32(2000, 8000), limit)) != talking)
        {
            await server.Kill();
            kills.Add(DateTimeOffset.UtcNow);
            await server.Start(limit);
        }
        return kills;
    }

    private static async Task Settled(ServerProcess server, CancellationToken limit)
    {
        while (Number(server, "SELECT COUNT(*) FROM Outbox WHERE State IN ('Pending', 'Sending')") > 0)
        {
            await Task.Delay(200, limit);
        }
    }

    /// <summary>Every acknowledged answer is in the store once, with its words, and nothing that nobody said.</summary>
    private static int CheckAnswers(ServerProcess server, List<(string Id, string Text)> acknowledged)
    {
        using var store = Open(server);
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
        Assert.Equal(acknowledged.Count, stored.Count);
        return acknowledged.Count;
    }

    /// <summary>
    /// A row of the outbox is one message to one conversation. The channel acknowledged at most one sending of each, but for those
    /// that a kill kept the server from hearing of.
    /// </summary>
    private static (int Acknowledged, long Unknown) CheckQuestions(ServerProcess server, FakeChannel channel, int kills)
    {
        var acknowledged = channel.Calls.Count(IsAcknowledgedMessage);
        var sent = Number(server, "SELECT COUNT(*) FROM Outbox WHERE State = 'Sent'");
        var unknown = Number(server, "SELECT COUNT(*) FROM Outbox WHERE State = 'Unknown'");
        Assert.Equal(sent, Number(server, "SELECT COUNT(DISTINCT ChannelActivityId) FROM Outbox WHERE State = 'Sent'"));
        // Nothing but an acknowledgement that a kill kept from being noted, of a message that was then asked for again.
        Assert.InRange(Doubled(server, channel), 0, kills);
        Assert.Equal(0, Number(server, "SELECT COUNT(*) FROM (SELECT 1 FROM Outbox WHERE TurnN IS NOT NULL GROUP BY ConversationId, InterviewId, TurnN HAVING COUNT(*) > 1)"));
        return (acknowledged, unknown);
    }

    /// <summary>Typing is none: it is not stored, and nothing depends on it.</summary>
    private static bool IsAcknowledgedMessage(ChannelCall call) => call.Method == "POST" && call.Answered < 300
        && call.Path.Contains("/activities", StringComparison.Ordinal) && call.Body.GetProperty("type").GetString() == "message";

    /// <summary>Acknowledged sendings beyond one for each row of their conversation.</summary>
    private static long Doubled(ServerProcess server, FakeChannel channel) => channel.Calls
        .Where(IsAcknowledgedMessage)
        .GroupBy(call => Uri.UnescapeDataString(call.Path.Split("/v3/conversations/")[1].Split('/')[0]))
        .Sum(chat => Math.Max(0, chat.Count() - Number(server,
            $"SELECT COUNT(*) FROM Outbox JOIN Conversations ON Conversations.Id = Outbox.ConversationId WHERE ChannelConversationId = '{chat.Key}'")));

    private static long Number(ServerProcess server, string sql)
    {
        using var store = Open(server);
        using var command = store.CreateCommand();
#pragma warning disable CA2100 // Each of them stands above.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    private static SqliteConnection Open(ServerProcess server)
    {
        SqliteConnection store = new($"Data Source={server.Database};Pooling=False;Default Timeout=30");
        store.Open();
        return store;
    }
}
