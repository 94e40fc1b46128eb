using InterviewAgent.Interviewing;

namespace InterviewAgent.Tests.Interviewing;

/// <summary>The gate with the word lists of the project, and contexts to check in.</summary>
internal static class Gate
{
    public static string Prompts { get; } = Path.Combine(AppContext.BaseDirectory, "prompts");
    public static NeutralityGate Real { get; } = NeutralityGate.Load(Prompts);

    public static DraftContext Probe(params string[] said) => new()
    {
        Move = MoveKind.Probe,
        Said = said,
        GuideNouns = ["Rotara", "dispatch"],
        Shown = [new ShownTurn(MoveKind.CoreQuestion, "use", "What has happened with Rotara in your work since we last talked?")],
    };

    public static DraftContext Core(params string[] said) => Probe(said) with { Move = MoveKind.CoreQuestion };

    public static string[] Broken(string draft, DraftContext context) =>
        [.. Real.Check(draft, context).Breaches.Select(breach => breach.Rule).Distinct()];

    public static string[] Blocked(string draft, DraftContext context) =>
        [.. Real.Check(draft, context).Breaches.Where(breach => breach.Severity == RuleSeverity.Blocks)
            .Select(breach => $"{breach.Rule} {breach.Why}").Distinct()];
}
