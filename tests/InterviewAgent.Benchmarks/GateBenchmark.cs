using BenchmarkDotNet.Attributes;
using InterviewAgent.Interviewing;

namespace InterviewAgent.Benchmarks;

/// <summary>One draft through all rules, after ten answers of about forty words. Target: under 0.5 ms.</summary>
[MemoryDiagnoser]
public class GateBenchmark
{
    private const string Answer =
        "We still print the list at six because two of the scanners are in the workshop, and whoever is on shift types the rest into the old sheet before the trucks leave, which the planner then reads over the phone to the second site.";

    private readonly NeutralityGate gate = NeutralityGate.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
    private readonly DraftContext context = new()
    {
        Move = MoveKind.Probe,
        Said = [.. Enumerable.Repeat(Answer, 10)],
        Shown = [.. Enumerable.Repeat(new ShownTurn(MoveKind.Probe, "use", "What did that look like in practice?"), 10)],
        GuideNouns = ["Rotara", "dispatch", "rollout"],
        Topic = "plan",
    };

    [Benchmark]
    public Verdict CleanProbe() => gate.Check("You said \"print the list at six\". What happens after that?", context);

    [Benchmark]
    public Verdict DirtyTurn() => gate.Check(
        "That's a really great example, so it sounds like the team struggles. What problems does it cause, such as delays? And how do you feel about it?", context);
}
