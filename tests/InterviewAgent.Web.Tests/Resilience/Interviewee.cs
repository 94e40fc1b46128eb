using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace InterviewAgent.Web.Tests.Resilience;

/// <summary>
/// A respondent on a bad connection: opens the personal link, answers what is asked, and sends a message again, with the same id,
/// until it is acknowledged. Knows what was acknowledged.
/// </summary>
/// <param name="says">What is answered, by turns; null: answers and refusals in any order.</param>
internal sealed class Interviewee(Uri link, int seed, IReadOnlyList<string>? says = null) : IDisposable
{
    /// <summary>No reply is owed longer than this, whatever dies meanwhile.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private static readonly string[] Says =
    [
        "Mostly in my own sheet, I copy the numbers over at the end of the day.", "Skip", "The plan comes at seven and we check it together.",
        "I don't know.", "My manager still asks for the old report on Fridays.", "It runs. Nobody complains about it.",
    ];

    private readonly HttpClient client = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(5) })
    {
        BaseAddress = new Uri(link.GetLeftPart(UriPartial.Authority)),
        Timeout = TimeSpan.FromSeconds(10),
    };
    private readonly Random random = new(seed);
    private string conversation = "";
    private int sent;

    /// <summary>Ids (the end of them) and texts the server has answered 200 to, in order.</summary>
    public List<(string Id, string Text)> Acknowledged { get; } = [];
    public bool Ended { get; private set; }

    /// <summary>How long each reply took after its answer was acknowledged, polls included.</summary>
    public List<TimeSpan> Waited { get; } = [];

    /// <summary>How long each message took to be acknowledged, with all that went wrong on its way.</summary>
    public List<TimeSpan> Took { get; } = [];

    /// <summary>True: hangs up in the middle now and then, and sends messages twice at once.</summary>
    public bool CutsConnections { get; init; }

    /// <summary>Plays the interview to its end.</summary>
    public async Task Play(Func<Task> pause, CancellationToken cancellation)
    {
        await Begin(cancellation);
        while (!Ended)
        {
            var actions = await Pending(cancellation);
            if (Ended)
            {
                return;
            }
            Assert.True(sent < 80, "the interview does not end");
            await Say(Answer(actions), cancellation);
            await pause();
        }
    }

    public void Dispose() => client.Dispose();

    private async Task Begin(CancellationToken cancellation)
    {
        await Insist(() => client.PostAsync(link.PathAndQuery, null, cancellation), cancellation);
        var token = await Json(() => client.PostAsync("/chat/token", null, cancellation), cancellation);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        var started = await Json(() => client.PostAsJsonAsync("/v3/directline/conversations", new { }, cancellation), cancellation);
        conversation = started.GetProperty("conversationId").GetString()!;
    }

    /// <summary>What can be tapped at the last question; sets <see cref="Ended"/> when nothing more is asked.</summary>
    private async Task<IReadOnlyList<string>> Pending(CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var last = await Last(cancellation);
        while (last.ValueKind != JsonValueKind.Undefined && last.GetProperty("from").GetProperty("role").GetString() == "user")
        {
            Assert.True(watch.Elapsed < LongestWait, $"no reply after {watch.Elapsed}");
            await Task.Delay(40, cancellation); // A model words the reply.
            last = await Last(cancellation);
        }
        if (last.ValueKind == JsonValueKind.Undefined)
        {
            return [];
        }
        Waited.Add(watch.Elapsed);
        Ended = last.TryGetProperty("channelData", out var data) && data.TryGetProperty("ended", out var ended) && ended.GetBoolean();
        return last.TryGetProperty("suggestedActions", out var offered)
            ? [.. offered.GetProperty("actions").EnumerateArray().Select(action => action.GetProperty("value").GetString()!)]
            : [];
    }

    private async Task<JsonElement> Last(CancellationToken cancellation)
    {
        var log = await Json(() => client.GetAsync($"/v3/directline/conversations/{conversation}/activities", cancellation), cancellation);
        return log.GetProperty("activities").EnumerateArray().LastOrDefault();
    }

    private string Answer(IReadOnlyList<string> actions)
    {
        var consent = sent == 0 && actions.Count > 0;
        return consent ? actions[0] : says is not null ? says[(sent - 1) % says.Count] : Says[random.Next(Says.Length)] + (random.Next(2) == 0 ? "" : $" {random.Next(1000)}");
    }

    private async Task Say(string text, CancellationToken cancellation)
    {
        var id = $"{seed}-{sent++}";
        var body = new { type = "message", from = new { id = "whoever" }, text, channelData = new { clientActivityID = id } };
        if (CutsConnections && random.Next(6) == 0)
        {
            await Cut(body, cancellation);
        }
        var watch = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, CutsConnections && random.Next(5) == 0 ? 2 : 1).Select(_ => Insist(
            () => client.PostAsJsonAsync($"/v3/directline/conversations/{conversation}/activities", body, cancellation), cancellation)));
        Took.Add(Stopwatch.GetElapsedTime(watch));
        Acknowledged.Add((id, text));
    }

    private async Task Cut(object body, CancellationToken cancellation)
    {
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        cut.CancelAfter(random.Next(1, 15));
        try
        {
            using var answer = await client.PostAsJsonAsync($"/v3/directline/conversations/{conversation}/activities", body, cut.Token);
        }
        catch (Exception gone) when (gone is HttpRequestException or IOException or System.Net.Sockets.SocketException || (gone is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // As meant.
        }
    }

    private static async Task<JsonElement> Json(Func<Task<HttpResponseMessage>> call, CancellationToken cancellation)
    {
        using var response = await Insist(call, cancellation);
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellation);
    }

    /// <summary>Again until it is answered: the server may be gone at any moment. A refusal is a fault of the server.</summary>
    private static async Task<HttpResponseMessage> Insist(Func<Task<HttpResponseMessage>> call, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var response = await call();
                if (response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.Redirect)
                {
                    return response;
                }
                if (response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout)
                {
                    await Task.Delay(30, cancellation); // A store that is taken for the moment; the server says to come again.
                    continue;
                }
                Assert.Fail($"{(int)response.StatusCode} from {response.RequestMessage?.RequestUri?.AbsolutePath}: {await response.Content.ReadAsStringAsync(cancellation)}");
            }
            catch (Exception gone) when (gone is HttpRequestException or IOException or System.Net.Sockets.SocketException
                || (gone is TaskCanceledException && !cancellation.IsCancellationRequested))
            {
                await Task.Delay(30, cancellation);
            }
        }
    }
}
