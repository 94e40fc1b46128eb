using InterviewAgent.Tests.Evals;
using InterviewAgent.Tests.Evals.Cli;

namespace InterviewAgent.Tests.Cli;

/// <summary>A file that is missing or broken is bad input: one line that names it, and the code 2.</summary>
public sealed class BadFileTests : IDisposable
{
    private static readonly string Prompts = Path.Combine(AppContext.BaseDirectory, "prompts");
    private readonly TemporaryFolder root = new();

    [Theory]
    [InlineData("coder train --set decay=little", "\"decay=little\" is no setting")]
    [InlineData("coder vectors gone.json --out kept.bin", "gone.json")]
    [InlineData("coder vectors broken --out kept.bin", "broken: it holds no vectors of words")]
    [InlineData("coder train --prompts PROMPTS --journeys gone.jsonl", "gone.jsonl")]
    [InlineData("coder train --prompts PROMPTS --journeys broken", "broken line 1")]
    [InlineData("insights measure --prompts PROMPTS --journeys gone.jsonl", "gone.jsonl")]
    [InlineData("insights measure --prompts PROMPTS --journeys broken", "broken line 1")]
    [InlineData("insights measure --prompts gone --journeys broken", "gone")]
    [InlineData("demo load no-yaml", "set.yaml line 2: this is no YAML")]
    [InlineData("demo load no-json", "journeys.jsonl line 2: this is no account in JSON")]
    public async Task A_file_that_cannot_be_read_is_named(string command, string named)
    {
        File.WriteAllText(root.At("broken"), "{\"id\": ");
        foreach (var folder in new[] { "no-yaml", "no-json" }) Directory.CreateDirectory(root.At(folder));
        File.WriteAllText(root.At("no-yaml/set.yaml"), "asOf: [");
        File.WriteAllText(root.At("no-json/set.yaml"), "asOf: \"2026-06-30\"");
        File.WriteAllText(root.At("no-json/journeys.jsonl"), "\n{\"id\": \n");

        var (exit, output, talk) = await CommandLineProcess.Run(root.Path, [.. command.Split(' ').Select(word => word == "PROMPTS" ? Prompts : word)]);

        Assert.Equal((2, ""), (exit, output));
        Assert.Contains(named, talk, StringComparison.Ordinal);
        Assert.Single(talk.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    public void Dispose() => root.Dispose();
}
