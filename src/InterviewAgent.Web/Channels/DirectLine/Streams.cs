using System.Threading.Channels;
using InterviewAgent.Interviewing;
using InterviewAgent.Storage.Servers;

namespace InterviewAgent.Web.Channels.DirectLine;

/// <summary>
/// Who listens to which conversation. What is passed is only "look again": a listener reads the store from its own watermark,
/// so nothing is queued, nothing is sent twice, and a slow one delays nobody.
/// </summary>
internal sealed class Streams
{
    /// <summary>Listeners are pulsed in this many groups, one after the other, so that thousands of frames do not leave at once.</summary>
    public const int PulseGroups = 20;
    private const int MostPerConversation = 16;
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, List<Listener>> open = [];
    private readonly HashSet<Listener>[] groups = [.. Enumerable.Range(0, PulseGroups).Select(_ => new HashSet<Listener>())];
    private int opened;

    private readonly IServerNews servers;

    public Streams(NewTurns news, IServerNews servers)
    {
        this.servers = servers;
        news.Added += Tell; // A reply that a model worded, or a sweep finished, is news too.
        servers.Told += Wake;
        servers.Missed += WakeAll;
    }

    /// <summary>Conversations that somebody listens to here.</summary>
    public IReadOnlyList<Guid> Open
    {
        get
        {
            lock (gate)
            {
                return [.. open.Keys];
            }
        }
    }

    /// <summary>Something is new and stored: whoever listens looks again, here and on every other server.</summary>
    public void Tell(Guid conversation)
    {
        Wake(conversation);
        servers.Tell(conversation);
    }

    /// <summary>Null when too many listen already. Listen first and read then: what comes between is not missed.</summary>
    public Listener? Listen(Guid conversation)
    {
        lock (gate)
        {
            var listeners = open.TryGetValue(conversation, out var there) ? there : open[conversation] = new(1);
            if (listeners.Count >= MostPerConversation)
            {
                return null;
            }

            Listener listener = new(this, conversation, opened++ % PulseGroups);
            listeners.Add(listener);
            groups[listener.Group].Add(listener);
            return listener;
        }
    }

    public void Wake(Guid conversation)
    {
        lock (gate)
        {
            if (open.TryGetValue(conversation, out var listeners))
            {
                listeners.ForEach(listener => listener.Wake());
            }
        }
    }

    private void WakeAll()
    {
        foreach (var conversation in Open)
        {
            Wake(conversation);
        }
    }

    /// <summary>Wakes one group with nothing to look at: time for a sign of life.</summary>
    public void Pulse(int group)
    {
        lock (gate)
        {
            foreach (var listener in groups[group])
            {
                listener.Pulse();
            }
        }
    }

    private void Remove(Listener listener)
    {
        lock (gate)
        {
            groups[listener.Group].Remove(listener);
            if (open.TryGetValue(listener.Conversation, out var listeners) && listeners.Remove(listener) && listeners.Count == 0)
            {
                open.Remove(listener.Conversation);
            }
        }
    }

    internal sealed class Listener(Streams streams, Guid conversation, int group) : IDisposable
    {
        private readonly Channel<bool> calls = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
        private int news;

        public Guid Conversation => conversation;
        public int Group => group;

        public void Wake()
        {
            Volatile.Write(ref news, 1);
            Pulse();
        }

        public void Pulse() => calls.Writer.TryWrite(true);

        /// <summary>Waits for a call. True when there is something to look at; false for a pulse.</summary>
        public async ValueTask<bool> HasNews(CancellationToken cancellation)
        {
            await calls.Reader.ReadAsync(cancellation);
            return Interlocked.Exchange(ref news, 0) == 1;
        }

        public void Dispose() => streams.Remove(this);
    }
}
