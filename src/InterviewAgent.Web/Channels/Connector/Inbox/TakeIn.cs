using System.Collections.Concurrent;
using InterviewAgent.Interviewing.Delivery;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.Connector.Inbox;

/// <summary>
/// From the door to the handler: a copy is known, a conversation is handled in its order, and nothing is acknowledged that a crash
/// could lose. Quick work is done and stored before the acknowledgement; slow or failing work is stored as a row first, and whoever
/// finds the row finishes it.
/// </summary>
internal sealed class TakeIn(
    Lanes lanes, HandleArrival handle, StoredArrivals stored, NoteArrivals notes, TimeProvider clock, IOptions<ConnectorOptions> options)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);
    private readonly ConcurrentDictionary<string, Lazy<Task>> underWay = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task<InvokeAnswer?>>> answering = new(StringComparer.Ordinal);

    /// <summary>Runs now, for the response; copies that come meanwhile share the answer. Later ones are the handler's, which knows the question.</summary>
    public async Task<InvokeAnswer?> Answer(ChannelActivity activity)
    {
        var arrival = Of(activity);
        var mine = answering.GetOrAdd(arrival.Key, _ => new(async () =>
        {
            using var turn = await lanes.Enter(arrival.Place);
            await handle.Waiting(stored.IsShared ? await Due(arrival.Place) : await stored.With(arrival.Key, arrival.Place), except: arrival.Key);
            return await handle.Run(activity);
        }));
        try
        {
            return await mine.Value;
        }
        finally
        {
            answering.TryRemove(KeyValuePair.Create(arrival.Key, mine));
        }
    }

    /// <summary>When this returns, the activity may be acknowledged.</summary>
    public async Task Accept(ChannelActivity activity)
    {
        var arrival = Of(activity);
        var work = underWay.GetOrAdd(arrival.Key, _ => new(() => Once(activity, arrival))).Value;
        try
        {
            await work.WaitAsync(TimeSpan.FromMilliseconds(options.Value.AcknowledgeMilliseconds), clock);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            await stored.Keep(arrival, ActivityJson.Write(activity), LeaseEnd());
        }
    }

    private async Task Once(ChannelActivity activity, Arrival arrival)
    {
        try
        {
            using var turn = await lanes.Enter(arrival.Place);
            if (stored.IsShared)
            {
                await AmongServers(activity, arrival);
                return;
            }
            var rows = await stored.With(arrival.Key, arrival.Place);
            if (!rows.Any(row => row.Key == arrival.Key && row.NextAt is null))
            {
                await handle.Waiting(rows, except: arrival.Key);
                if (!await handle.Handled(activity, arrival, rows.FirstOrDefault(row => row.Key == arrival.Key)?.Attempts ?? 0))
                {
                    underWay.TryRemove(arrival.Key, out _); // Its row waits; a copy may try again as well.
                    return;
                }
                notes.Add(arrival, () => underWay.TryRemove(arrival.Key, out _));
                return;
            }
            underWay.TryRemove(arrival.Key, out _); // A copy of what is done.
        }
        catch
        {
            underWay.TryRemove(arrival.Key, out _);
            throw;
        }
    }

    /// <summary>
    /// Other servers may have a copy in hand, or this conversation's message before: the row comes first and says whose it is, and the messages of a
    /// conversation are handled in their order, whichever server has the one before. Whoever died with one in hand is waited for until its lease ends.
    /// </summary>
    private async Task AmongServers(ChannelActivity activity, Arrival arrival)
    {
        var copy = await stored.Claim(arrival, ActivityJson.Write(activity), LeaseEnd());
        for (var until = LeaseEnd().AddSeconds(options.Value.LeaseSeconds); clock.GetUtcNow() < until; await Task.Delay(Look, clock))
        {
            await handle.Waiting(await Due(arrival.Place));
            var waiting = await stored.Waiting(arrival.Place);
            if (!waiting.Any(row => row.Key == arrival.Key))
            {
                break; // It is done, by whomever.
            }
            if (copy is null && !waiting.TakeWhile(row => row.Key != arrival.Key).Any(row => row.Attempts == 0))
            {
                if (await handle.Handled(activity, arrival, attempts: 0))
                {
                    notes.Add(arrival, () => underWay.TryRemove(arrival.Key, out _));
                    return;
                }
                break;
            }
            if (copy is null)
            {
                await stored.Renew(arrival.Key, LeaseEnd());
            }
        }
        underWay.TryRemove(arrival.Key, out _); // What still waits is stored, and a sweep's.
    }

    private Task<IReadOnlyList<Arrival>> Due(string place) => stored.ClaimDue(place, clock.GetUtcNow(), LeaseEnd());

    private DateTimeOffset LeaseEnd() => clock.GetUtcNow().AddSeconds(options.Value.LeaseSeconds);

    private Arrival Of(ChannelActivity activity) => new()
    {
        Key = Arrival.KeyOf(activity.ChannelId!, activity.Conversation!.Id!, OwnId(activity)),
        Place = Arrival.PlaceOf(activity.ChannelId!, activity.Conversation.Id!),
        At = clock.GetUtcNow(),
    };

    /// <summary>What happens to a message comes under that message's id: an edit is no copy of it, nor of the edit before.</summary>
    private static string? OwnId(ChannelActivity activity) => activity.Type switch
    {
        "messageUpdate" or "messageDelete" or "messageReaction" =>
            activity is { Id: { } id, Timestamp: { } at } ? $"{id}#{activity.Type}#{at}" : null,
        _ => activity.Id,
    };
}
