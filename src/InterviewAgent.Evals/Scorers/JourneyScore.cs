namespace InterviewAgent.Evals.Scorers;

/// <summary>How well a coder's findings agree with an expert's labels.</summary>
/// <param name="Micro">Presence by interview and code, over all codes together.</param>
/// <param name="MacroF1">Mean of F1 over the codes that gold or found hold.</param>
/// <param name="QuoteOverlap">Of the codes both have in an interview, the share where a quote of one holds words of a quote of the other, in the same turn.</param>
/// <param name="Verbatim">Share of found quotes that are a substring of their participant turn.</param>
/// <param name="StatusAgreement">Of the commitments both have, the share with the same status.</param>
/// <param name="SeverityError">Mean absolute difference over the frictions both have.</param>
/// <param name="SentimentCorrelation">Pearson's r over all participant turns; null when one side does not vary.</param>
public sealed record JourneyScore(
    int Journeys, int Interviews, Presence Micro, double MacroF1, IReadOnlyDictionary<string, Presence> ByKind, IReadOnlyDictionary<string, Presence> ByCode,
    double? QuoteOverlap, double? Verbatim, double? StatusAgreement, double? SeverityError, double? SentimentCorrelation, double? OverallCorrelation, AccountScore Accounts);

/// <summary>Account level: silent sufferers found, missed and falsely flagged; at risk; and the checkpoint where drift first shows.</summary>
public sealed record AccountScore(int Read, Presence SilentSufferer, Presence AtRisk, double? DriftFromAgreement);
