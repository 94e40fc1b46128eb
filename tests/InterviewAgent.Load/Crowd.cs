using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace InterviewAgent.Load;

/// <summary>People who answer at once, each as soon as the bot has spoken: one message after the other, so many conversations side by side.</summary>
internal sealed class Crowd(Bot bot, Channel channel, int people) : IDisposable
{
    private const int MessagesEach = 14;

    private static readonly string[] Says =
    [
        "Yes, start", "Mostly in my own sheet, I copy the numbers over at the end of the day.", "The plan comes at seven and we check it together.",
        "My manager still asks for the old report on Fridays.", "It runs. Nobody complains about it.", "The export takes four clicks and then I rename the file.",
        "Skip", "We look at the list on Mondays, two of us, and mark what is late.", "I don't know.",
        "The scanner at gate two does not read the new labels, so we type them.", "Last week it was down for an hour and we went back to paper.",
        "I would ask Tom, he set it up.", "Half of the team uses it, the night shift does not.", "Skip",
    ];

    private readonly HttpClient http = new(new SocketsHttpHandler { MaxConnectionsPerServer = 1000 }) { Timeout = TimeSpan.FromSeconds(30) };
    private readonly ConcurrentBag<(double Acknowledged, double Answered)> taken = [];
    private int next = -1;
    private int failed;
    private volatile bool counting;

    public async Task<Figures> Talk(TimeSpan warmUp, TimeSpan measured)
    {
        using CancellationTokenSource over = new();
        var talking = Enumerable.Range(0, people).Select(_ => Task.Run(() => Person(over.Token))).ToList();
        await Task.Delay(warmUp);
        counting = true;
        var (clock, processor) = (Stopwatch.StartNew(), bot.Processor());
        long memory = 0;
        while (clock.Elapsed < measured)
        {
            await Task.Delay(250);
            memory = Math.Max(memory, bot.Memory());
        }

        counting = false;
        var (took, used) = (clock.Elapsed, bot.Processor() - processor);
        await over.CancelAsync();
        await Task.WhenAll(talking);
        return Figures.Of(bot.Name, [.. taken], took, used, memory, failed);
    }

    public void Dispose() => http.Dispose();

    private async Task Person(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            var n = Interlocked.Increment(ref next);
            if (bot.Greets)
            {
                await Say(n, "installationUpdate", null, action: "add");
            }

            for (var message = 0; message < MessagesEach && !over.IsCancellationRequested; message++)
            {
                var (acknowledged, answered) = await Say(n, "message", Says[message]);
                if (counting && answered > 0)
                {
                    taken.Add((acknowledged, answered));
                }
            }
        }
    }

    /// <summary>Milliseconds until the bot acknowledged, and until it had answered; zeros when it did not.</summary>
    private async Task<(double Acknowledged, double Answered)> Say(int n, string type, string? text, string? action = null)
    {
        var conversation = $"a:load-{n}";
        var heard = channel.Hears(conversation);
        using HttpRequestMessage request = new(HttpMethod.Post, bot.Messages)
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(Activity(n, conversation, type, text, action)))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
            },
        };
        request.Headers.Authorization = new("Bearer", channel.Token);
        var clock = Stopwatch.StartNew();
        try
        {
            using var answer = await http.SendAsync(request);
            var acknowledged = clock.Elapsed.TotalMilliseconds;
            answer.EnsureSuccessStatusCode();
            await heard.WaitAsync(TimeSpan.FromSeconds(20));
            return (acknowledged, clock.Elapsed.TotalMilliseconds);
        }
        catch (Exception lost) when (lost is HttpRequestException or TimeoutException or OperationCanceledException)
        {
            if (Interlocked.Increment(ref failed) == 1)
            {
                Console.Error.WriteLine($"{bot.Name}: {lost.Message}");
            }

            return default;
        }
    }

    private Dictionary<string, object?> Activity(int n, string conversation, string type, string? text, string? action)
    {
        Dictionary<string, object?> activity = new()
        {
            ["type"] = type, ["id"] = Guid.NewGuid().ToString("N"), ["timestamp"] = DateTimeOffset.UtcNow, ["channelId"] = "msteams",
            ["serviceUrl"] = channel.ServiceUrl, ["from"] = new { id = $"29:{n}", name = $"Person {n}", aadObjectId = bot.Person(n) },
            ["recipient"] = new { id = "28:" + Channel.AppId, name = "Interviews" },
            ["conversation"] = new { id = conversation, conversationType = "personal", tenantId = Channel.Tenant },
            ["channelData"] = new { tenant = new { id = Channel.Tenant } }, ["locale"] = "en-GB",
        };
        if (text is not null)
        {
            (activity["text"], activity["textFormat"]) = (text, "plain");
        }

        if (action is not null)
        {
            activity["action"] = action;
        }

        return activity;
    }
}
