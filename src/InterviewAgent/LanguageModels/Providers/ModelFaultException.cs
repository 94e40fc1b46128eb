namespace InterviewAgent.LanguageModels.Providers;

/// <summary>An attempt failed in a way that is expected of networks and servers. Never leaves <see cref="CallModel"/>.</summary>
/// <param name="outcome">What it is if nothing better comes.</param>
/// <param name="passing">Another attempt may succeed.</param>
internal sealed class ModelFaultException(ModelOutcome outcome, bool passing, Exception? inner = null) : Exception(outcome.Why, inner)
{
    public ModelOutcome Outcome { get; } = outcome;
    public bool IsPassing { get; } = passing;
    public TimeSpan? RetryAfter => (Outcome as RateLimited)?.RetryAfter;
}
