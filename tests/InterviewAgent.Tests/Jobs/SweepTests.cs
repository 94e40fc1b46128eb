using InterviewAgent.Jobs;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace InterviewAgent.Tests.Jobs;

public sealed class SweepTests : IDisposable
{
    private readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_woken_sweep_runs_at_once_and_a_failed_one_runs_again()
    {
        using Queue queue = new();
        using var host = Host(queue);
        await host.StartAsync();
        await queue.Next(); // the start
        host.Services.GetRequiredService<Wake>().Up();
        await queue.Next(); // the call, although the timer rings in an hour; it fails
        host.Services.GetRequiredService<Wake>().Up();
        await queue.Next();
        await host.StopAsync();
    }

    [Fact]
    public async Task The_schedule_survives_a_restart()
    {
        for (var start = 0; start < 2; start++)
        {
            using Queue queue = new();
            using var host = Host(queue);
            await host.StartAsync();
            await queue.Next();
            await host.StopAsync();
        }

        if (database.Provider == StorageProvider.Sqlite)
        {
            Assert.True(File.Exists(Path.ChangeExtension(database.Path, ".schedule.db")));
            return;
        }
        await using var db = database.Open();
        Assert.Equal(1, await db.Database.SqlQuery<long>($"""SELECT count(*) AS "Value" FROM quartz.qrtz_triggers WHERE job_name = 'counting'""").SingleAsync());
    }

    [Fact]
    public async Task A_drain_runs_every_sweep_until_nothing_is_left()
    {
        using Queue queue = new() { Left = 3 };
        using var host = Host(queue);
        Assert.Equal(3, (await host.Services.GetRequiredService<DrainSweeps>().Run())["counting"]);
    }

    private IHost Host(Queue queue)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(
            [.. database.Settings, new("Jobs:SweepSeconds", "3600")]);
        builder.Services.AddJobs(builder.Configuration).AddSingleton(queue).AddSweep<Counting>("counting");
        return builder.Build();
    }

    private sealed class Counting(Queue queue) : ISweep
    {
        public Task<int> Run(CancellationToken cancellation) => queue.Ran();
    }

    private sealed class Queue : IDisposable
    {
        private readonly SemaphoreSlim ran = new(0);
        private int runs;

        public int Left { get; set; }

        public void Dispose() => ran.Dispose();

        public Task<int> Ran()
        {
            ran.Release();
            return ++runs == 2 && Left == 0 ? throw new InvalidOperationException("once") : Task.FromResult(Left > 0 ? Left-- > 0 ? 1 : 0 : 0);
        }

        public async Task Next() => Assert.True(await ran.WaitAsync(TimeSpan.FromSeconds(60)), "The sweep did not run.");
    }
}
