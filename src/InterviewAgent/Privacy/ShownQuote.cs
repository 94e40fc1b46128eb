namespace InterviewAgent.Privacy;

/// <summary>What a viewer may see of a quote. Either <paramref name="Words"/> or <paramref name="Hidden"/> is null.</summary>
/// <param name="Words">Cut from the transcript, colleagues' names overlaid.</param>
/// <param name="Name">The respondent's name, only where they allowed it for every one of these words.</param>
/// <param name="Role">What the respondent is to the rollout; null where the words are hidden.</param>
public sealed record ShownQuote(
    WordSpan Span, string? Words, WhyHidden? Hidden, Accounts.Role? Role = null, string? Name = null,
    Guid? InterviewId = null, DateOnly? HeldOn = null)
{
    public static ShownQuote Not(WordSpan span, WhyHidden why) => new(span, null, why);
}

/// <summary>Why words are not shown. A page says the same sentence for all of them: "hidden to protect".</summary>
public enum WhyHidden
{
    /// <summary>The respondent chose totals only, or to delete.</summary>
    Chosen,

    /// <summary>The interview has not ended: the respondent can still decide.</summary>
    NotEnded,

    /// <summary>No such turn, or characters outside it: erased meanwhile.</summary>
    Gone,
}
