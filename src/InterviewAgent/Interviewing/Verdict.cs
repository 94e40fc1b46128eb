namespace InterviewAgent.Interviewing;

/// <summary>What the gate says of one draft. Only a verdict without a blocking breach may be shown.</summary>
public sealed record Verdict(IReadOnlyList<Breach> Breaches)
{
    public static Verdict Clean { get; } = new([]);
    public bool Blocks => Breaches.Any(breach => breach.Severity == RuleSeverity.Blocks);
}

/// <summary>One rule broken, and the characters of the draft that broke it.</summary>
/// <param name="Rule">"R1" to "R24" of the interviewer policy.</param>
/// <param name="Why">A short reason that a drafter can act on.</param>
public sealed record Breach(string Rule, RuleSeverity Severity, string Why, int Start, int Length);

/// <summary>B of the policy blocks; W is counted.</summary>
public enum RuleSeverity { Counted, Blocks }
