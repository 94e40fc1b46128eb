using System.Diagnostics;

namespace InterviewAgent.Web.Tests.Channels.Conformance;

/// <summary>Runs a script of tests/conformance with Microsoft's own clients; ./test.sh installs what they need.</summary>
internal static class Node
{
    private static readonly string Folder = Find();

    /// <param name="script">Its name and its arguments, separated by a space.</param>
    public static async Task Run(string script, params (string Name, string Value)[] settings)
    {
        Assert.True(Directory.Exists(Path.Combine(Folder, "node_modules")), $"Run npm ci --ignore-scripts in {Folder} first; ./test.sh does.");
        ProcessStartInfo start = new("node", script.Split(' ')) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(4));
        await using var end = limit.Token.Register(() => process.Kill(entireProcessTree: true));
        var said = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var complained = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        Assert.True(process.ExitCode == 0, $"{await said}\n{await complained}");
        Assert.Matches("[1-9][0-9]* passed, 0 failed", await said);
    }

    /// <summary>Starts a script that goes on until it is killed; its output is the caller's to read.</summary>
    public static Process Start(string script, params string[] arguments)
    {
        Assert.True(Directory.Exists(Path.Combine(Folder, "node_modules")), $"Run npm ci --ignore-scripts in {Folder} first; ./test.sh does.");
        return Process.Start(new ProcessStartInfo("node", [script, .. arguments])
        {
            WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false,
        })!;
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "InterviewAgent.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "tests", "conformance");
    }
}
