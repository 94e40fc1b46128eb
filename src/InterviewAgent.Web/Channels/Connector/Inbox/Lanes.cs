namespace InterviewAgent.Web.Channels.Connector.Inbox;

/// <summary>One after the other within a lane, in the order of entering; lanes do not wait for each other. A lane nobody is in is gone.</summary>
internal sealed class Lanes
{
    private readonly Dictionary<string, Lane> open = new(StringComparer.Ordinal);

    /// <summary>Disposing what is returned lets the next one in.</summary>
    public async Task<IDisposable> Enter(string name)
    {
        Lane lane;
        lock (open)
        {
            if (!open.TryGetValue(name, out lane!))
            {
                open.Add(name, lane = new Lane());
            }
            lane.Inside++;
        }
        await lane.Gate.WaitAsync();
        return new Leaving(this, name, lane);
    }

    /// <summary>Null: somebody is in.</summary>
    public IDisposable? TryEnter(string name)
    {
        lock (open)
        {
            if (open.ContainsKey(name))
            {
                return null;
            }
            Lane lane = new() { Inside = 1 };
            lane.Gate.Wait(0);
            open.Add(name, lane);
            return new Leaving(this, name, lane);
        }
    }

    private sealed class Lane
    {
        public SemaphoreSlim Gate { get; } = new(1);
        public int Inside { get; set; }
    }

    private sealed class Leaving(Lanes lanes, string name, Lane lane) : IDisposable
    {
        public void Dispose()
        {
            lock (lanes.open)
            {
                if (--lane.Inside == 0)
                {
                    lanes.open.Remove(name);
                }
            }
            lane.Gate.Release();
        }
    }
}
