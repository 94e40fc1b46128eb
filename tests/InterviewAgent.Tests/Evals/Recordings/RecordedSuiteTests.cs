using InterviewAgent.Evals.Suites;
using InterviewAgent.Tests.LanguageModels;

namespace InterviewAgent.Tests.Evals.Recordings;

/// <summary>The recordings that ship are what the scripted model says to today's prompts.</summary>
public sealed class RecordedSuiteTests
{
    private const string Shipped = "judge-answer-recorded", Folder = "scripted";

    [Fact]
    public async Task The_recordings_that_ship_are_those_of_todays_prompts()
    {
        using var folder = new TemporaryFolder();
        await using var server = await FakeModelServer.Start();
        server.Otherwise = ScriptedModel.Answer;
        await using (var model = await SuiteModel.With(default, ("Provider", "openai-compatible"), ("Endpoint", server.V1), ("Model", ScriptedModel.Name), ("Recordings", folder.Path)))
        await using (var engine = new Engine(Checkout.Prompts, model))
            foreach (var sample in engine.Samples(Suite.Load(Checkout.Evals, Shipped), Checkout.Evals, "all")) sample.Ask();
        var kept = Path.Combine(Checkout.Evals, "recordings", Folder);
        if (Environment.GetEnvironmentVariable("WRITE_RECORDINGS") == "1") Copy(folder.Path, kept);
        Assert.True(Files(folder.Path).SetEquals(Files(kept)),
            $"The prompt or its items changed. Look at the change, then write the recordings anew: WRITE_RECORDINGS=1 dotnet test --filter {nameof(RecordedSuiteTests)}, and interview-agent evals gate {Shipped} --update-baseline");
    }

    [Fact]
    public void A_recording_says_that_no_model_answered() =>
        Assert.Contains("not-a-model", Suite.Load(Checkout.Evals, Shipped).Recorded!.Model, StringComparison.Ordinal);

    private static HashSet<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path) + "\n" + File.ReadAllText(path))];

    private static void Copy(string from, string to)
    {
        if (Directory.Exists(to)) Directory.Delete(to, recursive: true);
        foreach (var path in Directory.EnumerateFiles(from, "*.json", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(path, target);
        }
    }
}
