namespace InterviewAgent.Cli.Commands.Evals;

/// <summary>Where sets, suites, baselines and runs are: the evals folder of the checkout (./interview-agent names it), or of where one stands.</summary>
internal static class EvalsFolder
{
    private static readonly string Root = Environment.GetEnvironmentVariable("INTERVIEW_AGENT_ROOT") is { Length: > 0 } named ? named : Directory.GetCurrentDirectory();

    internal static string Path { get; } = System.IO.Path.Combine(Root, "evals");
    internal static string Prompts { get; } = System.IO.Path.Combine(Root, "prompts");

    /// <summary>A run by its path, or by its name under evals/runs.</summary>
    internal static string Run(string name) =>
        File.Exists(name) || System.IO.Path.HasExtension(name) ? name : System.IO.Path.Combine(Path, "runs", name + ".jsonl");
}
