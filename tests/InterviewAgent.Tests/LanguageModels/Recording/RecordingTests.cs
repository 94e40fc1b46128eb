using InterviewAgent.LanguageModels;
using InterviewAgent.LanguageModels.Recording;

namespace InterviewAgent.Tests.LanguageModels.Recording;

public sealed class RecordingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("interview-agent-recordings-").FullName;

    [Fact]
    public async Task What_was_recorded_is_replayed_without_a_server_and_without_a_key()
    {
        await Record("We plan twice a week.");
        await using var replay = await Replay();
        var answered = Assert.IsType<Answered>(await replay.Ask(ModelSetting.Question));
        Assert.Equal("How is planning?", answered.Json!.Value.GetProperty("question").GetString());
        Assert.True(answered.Usage.TokensIn > 0);
        Assert.Empty(replay.Server.Seen);
    }

    [Fact]
    public async Task A_request_that_was_never_recorded_names_the_nearest_and_what_changed()
    {
        await Record("We plan twice a week.\nIt works.");
        await Record("Something else altogether, which is not near.");
        await using var replay = await Replay();
        var miss = await Assert.ThrowsAsync<RecordingMissException>(() => replay.Ask(ModelSetting.Question, said: "We plan three times a week.\nIt works."));
        Assert.Contains("message 2 (user):", miss.Problem, StringComparison.Ordinal);
        Assert.Contains("- We plan twice a week.", miss.Problem, StringComparison.Ordinal);
        Assert.Contains("+ We plan three times a week.", miss.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("It works", miss.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("altogether", miss.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_schema_or_setting_is_a_miss_too()
    {
        await Record("We plan twice a week.");
        await using var replay = await Replay();
        var miss = await Assert.ThrowsAsync<RecordingMissException>(() => replay.Ask());
        Assert.Contains("the answer's schema (question, now none)", miss.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_says_so()
    {
        await using var replay = await Replay();
        var miss = await Assert.ThrowsAsync<RecordingMissException>(() => replay.Ask());
        Assert.Contains("none of the prompt word-a-move", miss.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_holds_no_key_and_no_personal_data()
    {
        await Record("Marta Quintela writes to marta@example.org.");
        var kept = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories)));
        Assert.DoesNotContain("test-key", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("marta@example.org", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("Quintela", kept, StringComparison.Ordinal);
    }

    private async Task Record(string said)
    {
        await using var setting = await ModelSetting.Of("openai", model => model.Recordings = folder);
        setting.Server.Then(ModelReply.Json(new { question = "How is planning?", covered = new[] { "topic" } }));
        Assert.IsType<Answered>(await setting.Ask(ModelSetting.Question, said: said));
    }

    private Task<ModelSetting> Replay() => ModelSetting.Of("recording", model => (model.Recordings, model.ApiKey) = (folder, ""));

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
