namespace InterviewAgent.Tests.Evals;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Checkout
{
    internal static string Root { get; } = Find();
    internal static string Evals { get; } = Path.Combine(Root, "evals");
    internal static string Prompts { get; } = Path.Combine(Root, "prompts");

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "InterviewAgent.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    internal string Path { get; } = Directory.CreateTempSubdirectory("interview-agent-evals-").FullName;
    internal string At(string name) => System.IO.Path.Combine(Path, name);
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
