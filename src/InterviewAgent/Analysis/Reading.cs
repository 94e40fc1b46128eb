namespace InterviewAgent.Analysis;

/// <summary>One dimension of one person at one check-in: 0 to 4, or null for <em>no evidence</em>.</summary>
public sealed class Reading
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AccountId { get; init; }
    public Guid RespondentId { get; init; }
    public Guid InterviewId { get; init; }
    public ReadingDimension Dimension { get; init; }

    /// <summary>0 to 4; tone -2 to 2; toldVendor and leaving 0 no, 1 yes; null: no evidence.</summary>
    public double? Value { get; init; }

    /// <summary>The words it rests on; null where there is no evidence or it is a mean over turns.</summary>
    public Guid? TurnId { get; init; }
    public int Start { get; init; }
    public int Length { get; init; }
}

public enum ReadingDimension { Outcome, Effort, Confidence, Investment, Dependence, Tone, ToldVendor, Leaving }

/// <summary>How the speaker feels about the product and the project in one answer: -2 to 2.</summary>
public sealed class TurnSentiment
{
    public Guid TurnId { get; init; }
    public Guid InterviewId { get; init; }
    public int Value { get; init; }
}
