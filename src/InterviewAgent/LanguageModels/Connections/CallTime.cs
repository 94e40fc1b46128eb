using Polly;

namespace InterviewAgent.LanguageModels.Connections;

/// <summary>How much of the caller's time is left, and how often was tried; travels with the call.</summary>
internal sealed class CallTime(TimeSpan within, TimeProvider clock)
{
    private static readonly ResiliencePropertyKey<CallTime> Key = new("time");
    private readonly long startedAt = clock.GetTimestamp();

    public int Attempts { get; set; }

    /// <summary>The last failure of this call, for when the time is over before another attempt ends.</summary>
    public ModelOutcome? LastFault { get; set; }
    public TimeSpan Took => clock.GetElapsedTime(startedAt);
    public TimeSpan Left => within - Took;

    public static CallTime Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);
    public void TravelWith(ResilienceContext context) => context.Properties.Set(Key, this);
}
