using InterviewAgent.Interviewing.Delivery;

namespace InterviewAgent.Web.Channels.Connector.Inbox;

/// <summary>
/// Hands one activity to the channel's code, whose lane the caller holds. What fails is put off, longer each time, and given up
/// after half an hour: its row stays for a week, the log says so, and the respondent is told.
/// </summary>
internal sealed partial class HandleArrival(
    StoredArrivals stored, Apologise apologise, IServiceScopeFactory scopes, TimeProvider clock, ILogger<HandleArrival> logger)
{
    private static readonly int[] SecondsBefore = [5, 20, 80, 320, 1280];

    public async Task<InvokeAnswer?> Run(ChannelActivity activity)
    {
        await using var scope = scopes.CreateAsyncScope();
        // Not to be cancelled: what a channel has sent is handled also when it hangs up.
        return await scope.ServiceProvider.GetRequiredService<IHandleActivities>().Handle(activity, CancellationToken.None);
    }

    /// <summary>False: it failed, and its row says when it is tried again.</summary>
    public async Task<bool> Handled(ChannelActivity activity, Arrival arrival, int attempts)
    {
        try
        {
            await Run(activity with { CameAt = arrival.At });
            return true;
        }
#pragma warning disable CA1031 // The inbox runs the work like a job: a failure ends here and the row stays for the next try.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            DateTimeOffset? nextAt = attempts < SecondsBefore.Length ? clock.GetUtcNow().AddSeconds(SecondsBefore[attempts]) : null;
            Log.Failed(logger, nextAt is null ? LogLevel.Error : LogLevel.Warning, activity.Type, activity.Id, attempts + 1,
                nextAt is null ? "given up" : "it is tried again", failure);
            await stored.Failed(arrival, ActivityJson.Write(activity), nextAt);
            if (nextAt is null)
            {
                await apologise.For(activity);
            }
            return false;
        }
    }

    /// <summary>Rows that wait, in their order: a crash or a failure left them. How many could be done.</summary>
    public async Task<int> Waiting(IEnumerable<Arrival> rows, string? except = null)
    {
        List<Arrival> done = [];
        foreach (var row in rows.Where(row => row.NextAt is not null && row.Json is not null && row.Key != except))
        {
            var activity = ActivityJson.Again(row.Json!);
            if (await Handled(activity, row, row.Attempts))
            {
                done.Add(row);
            }
        }
        if (done.Count > 0)
        {
            await stored.Done(done);
        }
        return done.Count;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Message = "Handling the {Type} activity {Id} failed the {Attempt}. time: {Then}.")]
        public static partial void Failed(ILogger logger, LogLevel level, string? type, string? id, int attempt, string then, Exception failure);
    }
}
