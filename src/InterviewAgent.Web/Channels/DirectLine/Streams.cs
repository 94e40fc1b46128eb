using System.Threading.Channels;

namespace InterviewAgent.Web.Channels.DirectLine;

/// <summary>
/// Who listens to which conversation. What is passed is only "look again": a listener reads the store from its own watermark,
/// so nothing is queued, nothing is sent twice, and a slow one delays nobody.
/// </summary>
internal sealed class Streams
{
    private const int MostPerConversation = 16;
    private readonly Lock gate = new();
    private readonly Dictionary<Guid, List<Listener>> open = [];

    /// <summary>Null when too many listen already. Listen first and read then: what comes between is not missed.</summary>
    public Listener? Listen(Guid conversation)
    {
        lock (gate)
        {
            var listeners = open.TryGetValue(conversation, out var there) ? there : open[conversation] = [];
            if (listeners.Count >= MostPerConversation)
            {
                return null;
            }

            Listener listener = new(this, conversation);
            listeners.Add(listener);
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

    private void Remove(Listener listener, Guid conversation)
    {
        lock (gate)
        {
            if (open.TryGetValue(conversation, out var listeners) && listeners.Remove(listener) && listeners.Count == 0)
            {
                open.Remove(conversation);
            }
        }
    }

    internal sealed class Listener(Streams streams, Guid conversation) : IDisposable
    {
        private readonly Channel<bool> news = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

        public void Wake() => news.Writer.TryWrite(true);

        /// <summary>True when there is something to look at; false after <paramref name="patience"/>.</summary>
        public async Task<bool> HasNews(TimeSpan patience, CancellationToken cancellation)
        {
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            waiting.CancelAfter(patience);
            try
            {
                return await news.Reader.ReadAsync(waiting.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return false;
            }
        }

        public void Dispose() => streams.Remove(this, conversation);
    }
}
