namespace InterviewAgent.Analysis;

/// <summary>What a coder found in one interview, located in its transcript.</summary>
/// <param name="Findings">At most one per code (commitments: per code and status), strongest quote first.</param>
/// <param name="TurnSentiment">One value, -2 to 2, for every participant turn.</param>
/// <param name="Sentiment">-2 to 2 for the interview.</param>
/// <param name="Readings">One for each dimension with evidence.</param>
public sealed record CodedInterview(
    IReadOnlyList<CodedFinding> Findings,
    IReadOnlyList<CodedSentiment> TurnSentiment,
    int Sentiment,
    IReadOnlyList<CodedReading> Readings);

/// <summary>One code; severity for frictions only, status for commitments only.</summary>
/// <param name="Because">The lexicon entry or the features that made it.</param>
public sealed record CodedFinding(
    FindingKind Kind, string Code, int? Severity, CommitmentStatus? Status, IReadOnlyList<QuoteSpan> Quotes, string Because);

/// <summary>Characters <paramref name="Start"/> to Start + Length of participant turn <paramref name="TurnN"/>.</summary>
public readonly record struct QuoteSpan(int TurnN, int Start, int Length);

public readonly record struct CodedSentiment(int TurnN, int Value);

/// <summary>Value as in <see cref="Reading.Value"/>; a dimension without evidence is not listed.</summary>
public sealed record CodedReading(ReadingDimension Dimension, double Value, QuoteSpan? Quote);
