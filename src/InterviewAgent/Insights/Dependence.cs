using InterviewAgent.Analysis;

namespace InterviewAgent.Insights;

/// <summary>Does real work rest on the product? An account that complains but depends is neither silent nor at risk.</summary>
internal static class Dependence
{
    private static readonly string[] Held =
        ["evidence.dependency", "evidence.outcome", "evidence.manager-pull", "evidence.repeated-use"];

    // Work that would stop is what the rule asks for; the others are signs of it.
    private const string WouldStop = "evidence.dependency";

    /// <summary>Now, people who hold on to it say more separate things than people who let go of it.</summary>
    public static bool Protects(IReadOnlyList<HeardInterview> current) => Against(current) < 0;

    /// <summary>Separate things said by those who let go of it, less those said by people who hold on to it.</summary>
    public static int Against(IReadOnlyList<HeardInterview> current) => current.Sum(LetsGo) - current.Sum(Holds);

    private static int Holds(HeardInterview interview) =>
        Held.Count(code => Has(interview, code)) + (Has(interview, WouldStop) ? 1 : 0)
        + interview.Findings.Count(finding => finding is { Code: "commitment.expansion", Status: CommitmentStatus.Made or CommitmentStatus.Done }
            or { Code: "commitment.retire-old-process", Status: CommitmentStatus.Done });

    /// <summary>Drift counts once an interview, however many codes it takes to say it.</summary>
    private static int LetsGo(HeardInterview interview) =>
        interview.Findings.Where(IsAgainst).Select(finding => finding.Kind == FindingKind.Drift ? "drift" : finding.Code).Distinct().Count()
        + interview.Readings.Count(reading => reading is { Dimension: ReadingDimension.Leaving, Value: >= 1 });

    private static bool Has(HeardInterview interview, string code) => interview.Findings.Any(finding => finding.Code == code);

    private static bool IsAgainst(HeardFinding finding) =>
        finding.Kind == FindingKind.Drift
        || finding.Severity >= 2 && finding.Code is "operational.old-workflow" or "trust.output" or "expectation.value";
}
