using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.LanguageModels.Usage;

/// <summary>Sums the audit rows by day (UTC), role and prompt. Reads no words.</summary>
public sealed class SumModelUsage(InterviewAgentDb db)
{
    public async Task<IReadOnlyList<UsageLine>> Since(DateOnly day, CancellationToken cancellation = default)
    {
        var from = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var calls = await db.ModelCalls.AsNoTracking().Where(call => call.At >= from)
            .Select(call => new
            {
                call.At, call.Role, call.PromptName, call.Outcome, call.Attempts, call.TokensIn, call.TokensCached, call.TokensOut, call.CostMicros, call.Milliseconds,
            })
            .ToListAsync(cancellation);
        return [.. from call in calls
            group call by (Day: DateOnly.FromDateTime(call.At.UtcDateTime), call.Role, call.PromptName) into line
            orderby line.Key.Day, line.Key.Role, line.Key.PromptName
            let took = line.Select(call => call.Milliseconds).Order().ToArray()
            select new UsageLine(
                line.Key.Day, line.Key.Role, line.Key.PromptName, took.Length, line.Sum(call => call.Attempts),
                line.Sum(call => (long)call.TokensIn), line.Sum(call => (long)call.TokensCached), line.Sum(call => (long)call.TokensOut),
                line.Sum(call => call.CostMicros) / 1_000_000m,
                line.GroupBy(call => call.Outcome).OrderBy(outcome => outcome.Key, StringComparer.Ordinal).ToDictionary(outcome => outcome.Key, outcome => outcome.Count()),
                took[(took.Length - 1) / 2], took[(int)Math.Ceiling(took.Length * 0.95) - 1])];
    }
}

/// <summary>One day, role and prompt.</summary>
/// <param name="Attempts">Calls with their retries.</param>
/// <param name="TokensCached">Of <paramref name="TokensIn"/>, those that the provider's cache served.</param>
/// <param name="Cost">In the currency of the settings.</param>
/// <param name="Outcomes">Calls by outcome.</param>
/// <param name="MedianMilliseconds">The lower median of the whole calls, retries and waiting included.</param>
public sealed record UsageLine(
    DateOnly Day, ModelRole Role, string Prompt, int Calls, int Attempts, long TokensIn, long TokensCached, long TokensOut, decimal Cost,
    IReadOnlyDictionary<string, int> Outcomes, int MedianMilliseconds, int SlowestInTwentyMilliseconds)
{
    public double CachedShare => TokensIn == 0 ? 0 : (double)TokensCached / TokensIn;
}
