using System.Threading.Channels;

namespace InterviewAgent.Jobs;

/// <summary>
/// Says "there is work" after the rows that carry it are committed. Nothing depends on being heard: a sweep finds the rows
/// within seconds anyway.
/// </summary>
public sealed class Wake
{
    // One pending call says as much as ten.
    private readonly Channel<bool> calls = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Up() => calls.Writer.TryWrite(true);

    internal ValueTask<bool> Called(CancellationToken cancellation) => calls.Reader.ReadAsync(cancellation);
}
