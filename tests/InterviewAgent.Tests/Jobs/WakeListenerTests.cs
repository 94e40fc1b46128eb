using System.Reflection;
using InterviewAgent.Jobs;
using Microsoft.Extensions.Logging.Abstractions;
using Quartz;

namespace InterviewAgent.Tests.Jobs;

public sealed class WakeListenerTests
{
    [Fact]
    public async Task A_schedule_whose_store_is_away_ends_no_server_and_is_called_again()
    {
        var scheduler = DispatchProxy.Create<IScheduler, Schedule>();
        var schedulers = DispatchProxy.Create<ISchedulerFactory, Schedule>();
        ((Schedule)(object)schedulers).Given = scheduler;
        Wake wake = new();
        using WakeListener listener = new(
            wake, schedulers, [new("sweep", typeof(ISweep), TimeSpan.FromMinutes(1), OnWake: true)], TimeProvider.System, NullLogger<WakeListener>.Instance);
        await listener.StartAsync(CancellationToken.None);
        wake.Up();
        for (var until = DateTimeOffset.UtcNow.AddSeconds(20); ((Schedule)(object)scheduler).Calls < 2; await Task.Delay(20))
        {
            Assert.True(DateTimeOffset.UtcNow < until, "it was not called again");
        }

        Assert.False(listener.ExecuteTask!.IsCompleted);
        await listener.StopAsync(CancellationToken.None);
    }

    /// <summary>Quartz as far as it is used; its store is away at the first call.</summary>
    public class Schedule : DispatchProxy
    {
        private int calls;

        public IScheduler? Given { get; set; }

        public int Calls => Volatile.Read(ref calls);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.Name switch
        {
            nameof(ISchedulerFactory.GetScheduler) => new ValueTask<IScheduler>(Given!),
            nameof(IScheduler.TriggerJob) when Interlocked.Increment(ref calls) > 1 => ValueTask.CompletedTask,
            _ => throw new JobPersistenceException("away"),
        };
    }
}
