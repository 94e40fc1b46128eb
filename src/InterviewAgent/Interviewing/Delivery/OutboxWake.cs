using InterviewAgent.Jobs;

namespace InterviewAgent.Interviewing.Delivery;

/// <summary>
/// Says that rows to send were committed. Apart from <see cref="Wake"/>, because this one is heard several hundred times a second
/// and must not go through the scheduler.
/// </summary>
public sealed class OutboxWake
{
    private readonly Wake calls = new();

    public void Up() => calls.Up();

    public async Task Called(CancellationToken cancellation) => await calls.Called(cancellation);
}
