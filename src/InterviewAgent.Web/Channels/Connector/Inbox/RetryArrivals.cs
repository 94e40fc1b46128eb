using InterviewAgent.Jobs;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Channels.Connector.Inbox;

/// <summary>Finishes what a crash or a failure left: the rows that wait and whose time has come. A conversation somebody is at is left to them.</summary>
internal sealed class RetryArrivals(Lanes lanes, HandleArrival handle, StoredArrivals stored, IOptions<ConnectorOptions> options, TimeProvider clock) : ISweep
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
        var now = clock.GetUtcNow();
        return turn is null ? 0 : await handle.Waiting(await stored.ClaimDue(place, now, now.AddSeconds(options.Value.LeaseSeconds)));
    }
}
