using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using InterviewAgent.Accounts;
using InterviewAgent.Storage;
using InterviewAgent.Web.Tests.Channels.Connector;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Resilience;

/// <summary>
/// A respondent in Teams, and the channel between: it brings copies, old messages after new ones, cuts connections, and sends again,
/// with the same id, until it is acknowledged.
/// </summary>
/// <param name="hasEnded">Whether the interview of the person with this id of the directory is over.</param>
internal sealed class TeamsPerson(Uri server, SignedChannel teams, int number, Func<string, Task<bool>> hasEnded) : IDisposable
{
    private static readonly string[] Says =
    [
        "Mostly in my own sheet, I copy the numbers over at the end of the day.", "Skip", "The plan comes at seven and we check it together.",
        "I don't know.", "My manager still asks for the old report on Fridays.", "It runs. Nobody complains about it.",
    ];

    private readonly HttpClient client = new() { BaseAddress = server, Timeout = TimeSpan.FromSeconds(10) };
    private readonly Random random = new(number);
    private JsonObject? before;
    private int sent;

    public string Chat { get; } = $"a:fault-{number}";
    public List<(string Id, string Text)> Acknowledged { get; } = [];
    public bool Ended { get; private set; }

    /// <summary>How long each message took to be acknowledged, with all that went wrong on its way.</summary>
    public List<TimeSpan> Took { get; } = [];

    private static string DirectoryId(int number) => $"5a1f4a3e-0000-4000-8000-{number.ToString("x12", CultureInfo.InvariantCulture)}";

    /// <summary>People whom the directory knows, due today, in the server's store.</summary>
    public static async Task Invite(IReadOnlyDictionary<string, string?> store, int count)
    {
        await using var services = ServerProcess.Product(store);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InterviewAgentDb>();
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        for (var number = 0; number < count; number++)
        {
            Account account = new() { ExternalId = $"fault-{number}", Name = $"Account {number}", ContractSignedOn = today.AddDays(-30), TenantId = SignedChannel.Tenant };
            Respondent person = new() { AccountId = account.Id, ExternalId = $"p{number}", Name = "Ada Vale", Role = Role.EndUser, AadObjectId = DirectoryId(number) };
            db.AddRange(account, person, new CheckIn { AccountId = account.Id, RespondentId = person.Id, Checkpoint = Checkpoint.Day30, Due = today });
        }

        await db.SaveChangesAsync();
    }

    public async Task Play(CancellationToken cancellation, Func<Task>? pause = null)
    {
        await Deliver(Activity("installationUpdate", activity => activity["action"] = "add"), cancellation);
        await Deliver(Activity("conversationUpdate", activity => activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:" + SignedChannel.AppId })), cancellation);
        for (var seen = 0; !Ended; Ended = await hasEnded(DirectoryId(number)))
        {
            seen = await Look(seen, cancellation);
            Assert.True(sent < 90, $"the interview of {Chat} does not end");
            var text = sent == 0 ? "Yes, start" : Says[random.Next(Says.Length)] + (random.Next(2) == 0 ? "" : $" {random.Next(1000)}");
            await (pause?.Invoke() ?? Task.CompletedTask);
            var message = Activity("message", activity => (activity["text"], activity["id"]) = (text, $"t{number}-{sent++}"));
            var watch = Stopwatch.GetTimestamp();
            await Deliver(message, cancellation);
            Took.Add(Stopwatch.GetElapsedTime(watch));
            Acknowledged.Add((message["id"]!.GetValue<string>(), text));
            before = message;
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>Until something new is shown, or for a while: what was lost on its way is not sent again, and people write all the same.</summary>
    private async Task<int> Look(int seen, CancellationToken cancellation)
    {
        for (var tries = 0; tries < 40; tries++)
        {
            if (teams.Channel.ShownIn(Chat) is var now && now > seen)
            {
                return now;
            }
            await Task.Delay(50, cancellation);
        }
        return seen;
    }

    private async Task Deliver(JsonObject activity, CancellationToken cancellation)
    {
        var body = activity.ToJsonString();
        if (random.Next(6) == 0)
        {
            await Cut(body, cancellation);
        }
        var copies = random.Next(5) == 0 ? 2 : 1;
        await Task.WhenAll(Enumerable.Range(0, copies).Select(_ => Insist(body, cancellation)));
        if (before is not null && random.Next(8) == 0)
        {
            await Insist(before.ToJsonString(), cancellation); // An old one once more, after a newer one.
        }
    }

    /// <summary>The connection breaks before the answer is there.</summary>
    private async Task Cut(string body, CancellationToken cancellation)
    {
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        cut.CancelAfter(random.Next(1, 15));
        try
        {
            using var answer = await SignedChannel.Post(client, body, "Bearer " + teams.Token()).WaitAsync(cut.Token);
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or System.Net.Sockets.SocketException || (gone is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // As meant.
        }
    }

    private async Task Insist(string body, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                using var answer = await SignedChannel.Post(client, body, "Bearer " + teams.Token());
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
                Assert.True(answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout,
                    $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellation)}");
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or System.Net.Sockets.SocketException || (gone is TaskCanceledException && !cancellation.IsCancellationRequested))
            {
                // The server is gone: the channel brings it again.
            }
            await Task.Delay(50, cancellation);
        }
    }

    private JsonObject Activity(string type, Action<JsonObject> other) => teams.Activity("", activity =>
    {
        activity["type"] = type;
        activity.Remove("text");
        activity["conversation"]!["id"] = Chat;
        activity["from"] = new JsonObject { ["id"] = $"29:{number}", ["name"] = "Ada Vale", ["aadObjectId"] = DirectoryId(number) };
        other(activity);
    });

    /// <summary>Read from the server's SQLite file.</summary>
    public static Func<string, Task<bool>> EndedIn(ServerProcess server) => who =>
    {
        using SqliteConnection store = new($"Data Source={server.Database};Mode=ReadOnly;Pooling=False;Default Timeout=30");
        store.Open();
        using var command = store.CreateCommand();
        command.CommandText = """
            SELECT COUNT(*) FROM Interviews JOIN Respondents ON Respondents.Id = Interviews.RespondentId
            WHERE Respondents.AadObjectId = $who AND Interviews.Status NOT IN ('Consenting', 'Open', 'Paused')
            """;
        command.Parameters.AddWithValue("$who", who);
        return Task.FromResult(Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture) > 0);
    };
}
