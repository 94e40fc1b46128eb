using InterviewAgent.Analysis;

namespace InterviewAgent.Insights;

/// <summary>The kinds of evidence that rest on people's words.</summary>
internal static class QuotedEvidence
{
    public static Evidence? Leaving(IReadOnlyList<HeardInterview> current) =>
        FromReadings(EvidenceKind.Leaving, current, reading => reading is { Dimension: ReadingDimension.Leaving, Value: >= 1 });

    public static Evidence? OldWorkflowAlive(IReadOnlyList<HeardInterview> current) =>
        FromFindings(EvidenceKind.OldWorkflowAlive, current, (_, finding) =>
            finding is { Code: "operational.old-workflow", Severity: >= 2 });

    /// <summary>Drift at any time: a purpose that has moved does not move back by itself.</summary>
    public static Evidence? Drift(IReadOnlyList<HeardInterview> all) =>
        FromFindings(EvidenceKind.Drift, all, (_, finding) => finding.Kind == FindingKind.Drift);

    /// <summary>
    /// Polite tone, concrete workaround, no request for help: something that slows or blocks the work, said without heat, by
    /// somebody who works around the product and has told nobody. The workaround itself is <see cref="OldWorkflowAlive"/>.
    /// </summary>
    public static Evidence? ToleratedFriction(IReadOnlyList<HeardInterview> current) =>
        FromFindings(EvidenceKind.ToleratedFriction, current, (interview, finding) =>
            finding is { Kind: FindingKind.Friction, Severity: >= 2 } && finding.Code != "operational.old-workflow"
            && WorksAround(interview) && !Told(interview) && IsCalm(interview, finding));

    /// <summary>No outcome, no confidence, no investment or no dependence, in so many words; or a value that nobody sees.</summary>
    public static Evidence? LowReadings(IReadOnlyList<HeardInterview> current)
    {
        var low = FromReadings(EvidenceKind.LowReadings, current, reading => reading.Value <= 1 && reading.TurnN is not null && reading.Dimension
            is ReadingDimension.Outcome or ReadingDimension.Confidence or ReadingDimension.Investment or ReadingDimension.Dependence);
        return low ?? FromFindings(EvidenceKind.LowReadings, current, (_, finding) => finding is { Code: "expectation.value", Severity: >= 2 });
    }

    private static bool WorksAround(HeardInterview interview) =>
        interview.Findings.Any(finding => finding.Code is "operational.old-workflow" or "drift.milestone-theatre");

    private static bool Told(HeardInterview interview) =>
        interview.Readings.Any(reading => reading is { Dimension: ReadingDimension.ToldVendor, Value: >= 1 });

    private static bool IsCalm(HeardInterview interview, HeardFinding finding)
    {
        var turns = interview.TurnSentiment.Where(sentiment => finding.Turns.Contains(sentiment.TurnN)).ToList();
        return turns.Count == 0 ? interview.Sentiment >= -1 : turns.Max(sentiment => sentiment.Value) >= -1;
    }

    private static Evidence? FromFindings(
        EvidenceKind kind, IReadOnlyList<HeardInterview> interviews, Func<HeardInterview, HeardFinding, bool> counts)
    {
        var found = interviews.SelectMany(
            interview => interview.Findings.Where(finding => counts(interview, finding)).Select(finding => (interview, finding))).ToList();
        return found.Count == 0 ? null : new Evidence(
            kind, [.. found.Select(pair => pair.finding.Id)], found.Select(pair => pair.interview.Person).Distinct().Count(),
            found.Exists(pair => pair.finding.IsQuoted), found.Max(pair => pair.interview.HeldOn))
        {
            Interviews = [.. found.Select(pair => pair.interview.Id).Distinct()],
        };
    }

    private static Evidence? FromReadings(
        EvidenceKind kind, IReadOnlyList<HeardInterview> interviews, Func<HeardReading, bool> counts)
    {
        var found = interviews.SelectMany(
            interview => interview.Readings.Where(counts).Select(reading => (interview, reading))).ToList();
        return found.Count == 0 ? null : new Evidence(
            kind, [], found.Select(pair => pair.interview.Person).Distinct().Count(),
            found.Exists(pair => pair.reading.TurnN is not null), found.Max(pair => pair.interview.HeldOn))
        {
            Interviews = [.. found.Select(pair => pair.interview.Id).Distinct()],
        };
    }
}
