using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Insights;

/// <summary>Puts leaders' examples to the rule as it is now: what should have been flagged has to be, what should not must not.</summary>
public sealed class ReplayFlagCases(InterviewAgentDb db, GatherVoices gather)
{
    /// <summary>All examples as cases, oldest first.</summary>
    public async Task<IReadOnlyList<FlagCase>> Cases(CancellationToken cancellationToken = default)
    {
        var examples = await db.FlagExamples.AsNoTracking().OrderBy(example => example.Id).ToListAsync(cancellationToken);
        var voices = (await gather.Of([.. examples.Select(example => example.AccountId).Distinct()], cancellationToken)).ToDictionary(voice => voice.Id);
        return [.. examples.Where(example => voices.ContainsKey(example.AccountId.ToString()))
            .Select(example => FlagCase.From(example, voices[example.AccountId.ToString()]))];
    }

    public static ReplayedCase Replay(FlagCase one)
    {
        ArgumentNullException.ThrowIfNull(one);
        var reading = ReadAccount.Read(one.Voice);
        var flagged = RefreshFlags.KindOf(reading);
        // Nobody is left of it: erased since, so that it can no longer say anything.
        var isEmpty = one.Voice.Interviews.Count == 0;
        return new ReplayedCase(one.Id, one.Expected, flagged, isEmpty, !isEmpty && flagged is not null != (one.Expected == FlagExpectation.Should), reading.Why);
    }
}

/// <param name="Flagged">As what the rule flags it now; null: not at all.</param>
/// <param name="IsEmpty">Nothing is left of it; it neither holds nor breaks.</param>
/// <param name="Why">The reading's one sentence, without words and names.</param>
public sealed record ReplayedCase(string Id, FlagExpectation Expected, FlagKind? Flagged, bool IsEmpty, bool Breaks, string Why);
