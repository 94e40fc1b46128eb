using InterviewAgent.Interviewing;
using InterviewAgent.Web.Channels.DirectLine;

namespace InterviewAgent.Web.Channels;

/// <summary>
/// Answers of one interview are handled in the order in which they arrive, and whoever listens is told. The store keeps two
/// servers apart; this keeps a quick typist's second message behind the first.
/// </summary>
internal sealed class InTurn(Streams streams, OwedReplies owed)
{
    private const int Lanes = 256;

    // A fixed set of lanes: two interviews may share one and wait for each other for milliseconds; nothing has to be cleaned up.
    private readonly SemaphoreSlim[] lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Stored, and answered unless a model words the reply: then the stream brings it, and until then shows that somebody types.</summary>
    public async Task Take(Guid checkInId, Guid interviewId, IncomingMessage message, ReceiveAnswer answers)
    {
        if ((await Receive(checkInId, interviewId, message, answers)).Reply is null)
        {
            owed.Begin(interviewId);
        }
    }

    /// <summary>Not to be cancelled: what a client has sent is stored and answered also when it hangs up. Waits for a model's words.</summary>
    public async Task<Reply> Handle(Guid checkInId, Guid interviewId, IncomingMessage message, ReceiveAnswer answers, FinishReply finish) =>
        (await Receive(checkInId, interviewId, message, answers)).Reply ?? await finish.For(interviewId, CancellationToken.None);

    private async Task<Received> Receive(Guid checkInId, Guid interviewId, IncomingMessage message, ReceiveAnswer answers)
    {
        var lane = lanes[(uint)checkInId.GetHashCode() % Lanes];
        await lane.WaitAsync();
        try
        {
            return await answers.Receive(interviewId, message, CancellationToken.None);
        }
        finally
        {
            lane.Release();
            streams.Tell(checkInId);
        }
    }
}
