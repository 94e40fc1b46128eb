using InterviewAgent.Jobs;

namespace InterviewAgent.Web.Channels.Connector.Inbox;

/// <summary>Finishes what a crash or a failure left: the rows that wait and whose time has come. A conversation somebody is at is left to them.</summary>
internal sealed class RetryArrivals(Lanes lanes, HandleArrival handle, StoredArrivals stored, TimeProvider clock) : ISweep
{
    private const int PlacesAtOnce = 16;

    public async Task<int> Run(CancellationToken cancellation)
    {
        var done = await Task.WhenAll((await stored.DuePlaces(clock.GetUtcNow(), PlacesAtOnce, cancellation)).Select(Finish));
        return done.Sum();
    }

    private async Task<int> Finish(string place)
    {
        using var turn = lanes.TryEnter(place);
        return turn is null ? 0 : await handle.Waiting(await stored.Due(place, clock.GetUtcNow()));
    }
}
