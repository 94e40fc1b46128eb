using InterviewAgent.Evals.Replays;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Tests.Interviewing;

public sealed class ReplayInterviewTests : IDisposable
{
    private Talk talk = new();
    private readonly string folder = Directory.CreateTempSubdirectory("interview-agent-replay-").FullName;

    private async Task<Guid> Held(ReadBackChoices? choices = null)
    {
        await talk.Open();
        await talk.Say("Yes, start");
        while (talk.Last.Move is not MoveKind.ReadBack)
            await talk.Say($"We plan week {talk.Last.TurnN} on paper at the long table, and the office types it in afterwards.");
        await talk.Say("my account only", choices: choices);
        while (!talk.Last.Offer.Ended)
            await talk.Say("Nothing to change");
        return talk.InterviewId;
    }

    private async Task<(IReadOnlyList<ReplayedTurn> Turns, IReadOnlyList<ShownReplay>? Shown)> Replay(Guid interview, string prompts)
    {
        await using var db = talk.Db();
        var options = Options.Create(new InterviewingOptions { Vendor = "Contoso", EscalationContact = "Ana Reis" });
        var turns = await ReplayInterview.With(prompts, db, options).Run(interview);
        var overlay = NameOverlay.Load(Prompts.Folder);
        var shown = await new ReadReplay(new ReadTranscript(db, overlay)).Read(new Viewer("r", ViewerRole.Researcher), interview, turns);
        return (turns, shown);
    }

    private string Changed(string file, string from, string to)
    {
        foreach (var path in Directory.EnumerateFiles(Prompts.Folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Prompts.Folder, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
        var guide = Path.Combine(folder, file);
        Assert.Contains(from, File.ReadAllText(guide), StringComparison.Ordinal);
        File.WriteAllText(guide, File.ReadAllText(guide).Replace(from, to, StringComparison.Ordinal));
        return folder;
    }

    [Fact]
    public async Task The_same_prompts_ask_the_same()
    {
        var (turns, shown) = await Replay(await Held(), Prompts.Folder);
        Assert.True(turns.Count >= 5);
        Assert.All(turns, turn => Assert.Equal(turn.AskedMove, turn.WouldMove));
        Assert.All(shown!, turn => Assert.Equal(turn.Asked, turn.Would));
        Assert.Equal(0, ReplaySummary.Of([new ReplayedInterview(talk.InterviewId, shown!)]).Changed);
    }

    [Fact]
    public async Task A_changed_question_is_shown_beside_the_one_that_was_asked()
    {
        var interview = await Held();
        var (_, shown) = await Replay(interview, Changed(Path.Combine("guides", "core.yaml"), "being done this week?", "being done these days?"));
        var summary = ReplaySummary.Of([new ReplayedInterview(interview, shown!)]);
        Assert.Equal((1, 0), (summary.Changed, summary.OtherMove));
        Assert.Empty(summary.Breaches);
        var page = WriteReplay.Of(summary, [new ReplayedInterview(interview, shown!)], "new");
        Assert.Contains("being done <del>this</del> <del>week?</del>", page, StringComparison.Ordinal);
        Assert.Contains("being done <ins>these</ins> <ins>days?</ins>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_kept_to_totals_is_masked()
    {
        var interview = await Held(new ReadBackChoices(Visibility.TotalsOnly, new Dictionary<int, Visibility> { [1] = Visibility.AccountOnly }));
        var (_, shown) = await Replay(interview, Prompts.Folder);
        Assert.NotNull(shown);
        Assert.Contains(shown, turn => turn.Said.Contains("hidden to protect", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_researcher_learns_no_company_from_what_was_or_would_be_asked()
    {
        talk.Dispose();
        talk = new Talk(task: "the weekly plan at Vale Fibra");
        var (turns, shown) = await Replay(await Held(), Prompts.Folder);
        Assert.Contains(turns, turn => turn.Would.Contains("Vale Fibra", StringComparison.Ordinal));
        Assert.DoesNotContain(shown!, turn => $"{turn.Said} {turn.Asked} {turn.Would}".Contains("Fibra", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        talk.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
