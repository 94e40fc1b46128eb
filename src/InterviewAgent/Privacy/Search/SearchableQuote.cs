namespace InterviewAgent.Privacy.Search;

/// <summary>
/// A verified quote's words where the store's full-text index finds them. It finds a place; what is shown of the place is for
/// <see cref="ReadQuotes"/> to say. Goes with its interview.
/// </summary>
public sealed class SearchableQuote
{
    public long Id { get; init; }
    public Guid InterviewId { get; init; }
    public Guid AccountId { get; init; }
    public Guid TurnId { get; init; }
    public int Start { get; init; }
    public int Length { get; init; }
    public required string Words { internal get; init; }
}
