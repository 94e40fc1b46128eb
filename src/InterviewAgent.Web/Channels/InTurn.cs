using InterviewAgent.Interviewing;
using InterviewAgent.Web.Channels.DirectLine;

namespace InterviewAgent.Web.Channels;

/// <summary>
/// Answers of one interview are handled in the order in which they arrive, and whoever listens is told. The store keeps two
/// servers apart; this keeps a quick typist's second message behind the first.
/// </summary>
internal sealed class InTurn(Streams streams)
{
    private const int Lanes = 256;

    // A fixed set of lanes: two interviews may share one and wait for each other for milliseconds; nothing has to be cleaned up.
    private readonly SemaphoreSlim[] lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Not to be cancelled: what a client has sent is stored and answered also when it hangs up.</summary>
    public async Task<Reply> Handle(Guid checkInId, Guid interviewId, IncomingMessage message, ReceiveAnswer answers)
    {
        var lane = lanes[(uint)checkInId.GetHashCode() % Lanes];
        await lane.WaitAsync();
        try
        {
            return await answers.Handle(interviewId, message, CancellationToken.None);
        }
        finally
        {
            lane.Release();
            streams.Wake(checkInId);
        }
    }
}
