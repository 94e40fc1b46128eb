using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Guides;

namespace InterviewAgent.Tests.Interviewing.Guides;

public sealed class GuideLibraryTests : IDisposable
{
    private static readonly NeutralityGate Gate = NeutralityGate.Load(Prompts.Folder);
    private readonly string folder = Directory.CreateTempSubdirectory("interview-agent-guides-").FullName;

    [Fact]
    public void Both_sides_are_asked_the_same_core_questions()
    {
        var guides = GuideLibrary.Load(Prompts.Folder, Gate);
        foreach (var phase in Enum.GetValues<Phase>())
            Assert.Equal(
                guides.For(Side.Buyer, phase).Topics.Select(topic => topic.Question.Ask.Text),
                guides.For(Side.User, phase).Topics.Select(topic => topic.Question.Ask.Text));
    }

    [Fact]
    public void The_seed_decides_the_order_of_the_balanced_pair()
    {
        var guide = GuideLibrary.Load(Prompts.Folder, Gate).For(Side.Buyer, Phase.Middle);
        string[] Pair(int seed) => [.. guide.InOrder(seed).Select(topic => topic.Id).Where(id => id is "moved" or "not-moved")];
        Assert.Equal(["moved", "not-moved"], Pair(4));
        Assert.Equal(["not-moved", "moved"], Pair(5));
    }

    [Theory]
    [InlineData("core.yaml", "Tell me about something that did not move.", "What problems do you have with it?", "R4")]
    [InlineData("core.yaml", "How will you know that this rollout is finished?", "Is this rollout finished?", "R10")]
    [InlineData("core.yaml", "middle: [task, depends, moved, not-moved]", "middle: [task, depends, moved]", "R18")]
    [InlineData("texts.yaml", "  - Recorded.", "  - Great answer!", "R")]
    [InlineData("buyer.yaml", "ask: What happened next?", "ask: How happy were you with it from 1 to 10?", "R19")]
    public void A_guide_that_breaks_the_policy_is_refused_with_rule_and_line(string file, string good, string bad, string rule)
    {
        var refused = Assert.Throws<GuideRefusedException>(() => GuideLibrary.Load(With(file, good, bad), Gate));
        Assert.Contains(refused.Problems, problem => problem.Contains($": {rule}", StringComparison.Ordinal) && problem.Contains("line ", StringComparison.Ordinal));
    }

    [Fact]
    public void Broken_yaml_is_refused_with_its_line() =>
        Assert.Contains("core.yaml, line", Assert.Throws<GuideRefusedException>(
            () => GuideLibrary.Load(With("core.yaml", "pairs:", "pairs: ["), Gate)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_changed_sentence_changes_the_hash()
    {
        var before = GuideLibrary.Load(Prompts.Folder, Gate).For(Side.Buyer, Phase.Early).Hash;
        var after = GuideLibrary.Load(With("core.yaml", "since the start?", "since we began?"), Gate).For(Side.Buyer, Phase.Early).Hash;
        Assert.NotEqual(before, after);
    }

    private string With(string file, string good, string bad)
    {
        var guides = Directory.CreateDirectory(Path.Combine(folder, "guides")).FullName;
        foreach (var path in Directory.GetFiles(Path.Combine(Prompts.Folder, "guides")))
        {
            var text = File.ReadAllText(path);
            if (Path.GetFileName(path) == file)
            {
                Assert.Contains(good, text, StringComparison.Ordinal);
                text = text.Replace(good, bad, StringComparison.Ordinal);
            }
            File.WriteAllText(Path.Combine(guides, Path.GetFileName(path)), text);
        }
        return folder;
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
