using System.Text.Json;

namespace InterviewAgent.LanguageModels;

/// <summary>
/// What became of a call: one of the records below, never null and never an exception. Only <see cref="Answered"/> has something to use;
/// after any other the caller goes on without a model.
/// </summary>
public abstract record ModelOutcome
{
    private protected ModelOutcome() { }

    /// <summary>The audit row; empty when nothing was configured, which leaves no row.</summary>
    public Guid CallId { get; init; }

    /// <summary>The model's own words before names were put back, or the server's body; empty when nothing came.</summary>
    public string Raw { get; init; } = "";

    /// <summary>For a person who mends it; holds no key and no respondent's words. Empty for an answer.</summary>
    public string Why { get; init; } = "";
    public ModelUsage Usage { get; init; } = ModelUsage.None;

    /// <summary>As it stands in the audit: "Answered", "RateLimited" …</summary>
    public string Name => GetType().Name;
}

/// <param name="Text">The answer with masked names put back.</param>
/// <param name="Json">The answer as the schema wants it, names put back; null when none was asked for.</param>
public sealed record Answered(string Text, JsonElement? Json) : ModelOutcome;

/// <summary>The model declined.</summary>
public sealed record Refused : ModelOutcome;

/// <summary>The provider's content filter stopped the prompt or the answer.</summary>
public sealed record Filtered : ModelOutcome;

/// <summary>The answer was cut at its longest length.</summary>
public sealed record Truncated : ModelOutcome;

/// <summary>Empty, no JSON, or against the schema; <see cref="ModelOutcome.Why"/> says where, for a repair call.</summary>
public sealed record Invalid : ModelOutcome;

/// <summary>The caller's time was over first.</summary>
public sealed record TimedOut : ModelOutcome;

/// <summary>The provider, or a limit of ours, has no room within the caller's time.</summary>
/// <param name="RetryAfter">When it may be tried again, where that is known.</param>
public sealed record RateLimited(TimeSpan? RetryAfter = null) : ModelOutcome;

/// <summary>Not asked: the last calls failed, and the model is left alone for a while.</summary>
public sealed record CircuitOpen(TimeSpan? RetryAfter = null) : ModelOutcome;

/// <summary>Not asked: the day's money is spent.</summary>
public sealed record OverBudget : ModelOutcome;

/// <summary>Not asked: the request is longer than the model takes in. Or asked, and the server said so.</summary>
public sealed record TooLong : ModelOutcome;

/// <summary>The role has no provider, which is the ordinary way to run.</summary>
public sealed record NotConfigured : ModelOutcome;

/// <summary>Key, identity or permission.</summary>
public sealed record AuthFailed : ModelOutcome;

/// <summary>Address, model or deployment name.</summary>
public sealed record NotFound : ModelOutcome;

/// <summary>Everything else: the server failed, could not be reached, or did not understand the request.</summary>
public sealed record Failed : ModelOutcome;
