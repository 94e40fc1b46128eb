using System.Threading.Channels;

namespace InterviewAgent.Interviewing.Delivery;

/// <summary>
/// Says that rows to send were committed. Apart from <see cref="Jobs.Wake"/>, because this one is heard several hundred times a
/// second and must not go through the scheduler. Nothing depends on being heard: the rows are found anyway.
/// </summary>
public sealed class OutboxWake
{
    // One pending call says as much as ten.
    private readonly Channel<bool> calls = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Up() => calls.Writer.TryWrite(true);

    /// <summary>Ends when there is a call, and leaves it there.</summary>
    public Task Waiting(CancellationToken cancellation) => calls.Reader.WaitToReadAsync(cancellation).AsTask();

    /// <summary>Takes the pending call, if there is one; before looking, so that none is missed.</summary>
    public void Heard() => calls.Reader.TryRead(out _);
}
