using System.Diagnostics;

namespace InterviewAgent.Tests.Evals.Cli;

/// <summary>The command line as a process of its own, on a folder as its checkout.</summary>
internal static class CommandLineProcess
{
    internal static async Task<(int Exit, string Output, string Talk)> Run(string root, params string[] args)
    {
        // The tests' own description of the runtime: beside them lie only the parts that their framework lacks.
        string Own(string ending) => Path.Combine(AppContext.BaseDirectory, "InterviewAgent.Tests" + ending);
        ProcessStartInfo start = new("dotnet",
            ["exec", "--runtimeconfig", Own(".runtimeconfig.json"), "--depsfile", Own(".deps.json"), Path.Combine(AppContext.BaseDirectory, "interview-agent.dll"), .. args])
        {
            WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["INTERVIEW_AGENT_ROOT"] = root;
        using var process = Process.Start(start)!;
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(4));
        await using var end = limit.Token.Register(() => process.Kill(entireProcessTree: true));
        var (output, talk) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, await output, await talk);
    }
}
