using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.LanguageModels.Budget;

/// <summary>
/// The day's money (UTC). What was spent is summed from the audit rows, so that several servers and a restart count alike; what is under
/// way is set aside, so that many calls at once do not pass together.
/// </summary>
internal sealed class DailyBudget(IDbContextFactory<InterviewAgentDb> store, IOptions<LanguageModelsOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim gate = new(1);
    private long spent;
    private long setAside;
    private long readAt;
    private DateOnly day;

    public long Price(ModelOptions model, ModelUsage usage) =>
        options.Value.Prices.TryGetValue(model.Model, out var price) ? price.Micros(usage) : 0;

    /// <summary>The amount set aside, to be given back by <see cref="Settle"/>; null: the day's money would not be enough.</summary>
    public async Task<long?> SetAside(ModelOptions model, int tokensIn, int tokensOut, CancellationToken cancellation)
    {
        if (options.Value.DailyBudget <= 0)
        {
            return 0;
        }
        var expected = Price(model, new ModelUsage(tokensIn, 0, tokensOut, 0, TimeSpan.Zero, 0));
        await gate.WaitAsync(cancellation);
        try
        {
            await Read(cancellation);
            if (spent + setAside + expected > options.Value.DailyBudget * 1_000_000)
            {
                return null;
            }
            setAside += expected;
            return expected;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Settle(long expected, long cost)
    {
        Interlocked.Add(ref setAside, -expected);
        Interlocked.Add(ref spent, cost);
    }

    public void Dispose() => gate.Dispose();

    private async Task Read(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (day == today && clock.GetElapsedTime(readAt) < Fresh)
        {
            return;
        }
        var midnight = new DateTimeOffset(today.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        await using var db = await store.CreateDbContextAsync(cancellation);
        Interlocked.Exchange(ref spent, await db.ModelCalls.Where(call => call.At >= midnight).SumAsync(call => call.CostMicros, cancellation));
        (day, readAt) = (today, clock.GetTimestamp());
    }
}
