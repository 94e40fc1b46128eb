using System.Diagnostics;
using InterviewAgent.Interviewing;
using InterviewAgent.Tests.LanguageModels;

namespace InterviewAgent.Tests.Interviewing.ModelWords;

/// <summary>For each kind of provider and each way of failing: the respondent sees a clean turn in time, the answer is kept, the audit tells.</summary>
public sealed class TurnFaultTests
{
    private const string Answer = "On Monday we planned it on paper, and the drivers waited until somebody had typed it over.";
    private static readonly string[] Providers = ["openai", "azure-openai", "openai-compatible"];

    public static TheoryData<string, string> Servers => Table(FaultyModel.Servers.Keys);
    public static TheoryData<string, string> Drafts => Table(FaultyModel.Drafts.Keys);

    [Theory, MemberData(nameof(Servers))]
    public async Task A_server_that_fails_costs_a_template_and_nothing_else(string provider, string fault)
    {
        // Silence is waited for; everything else is over long before the time is.
        var seconds = fault == "silence" ? 1.5 : 20;
        await using var talk = await (await ModelTalk.Begin(provider, seconds)).Started();
        var (reply, outcome) = FaultyModel.Servers[fault];
        talk.Server.Otherwise = reply;
        var watch = Stopwatch.StartNew();
        var said = await talk.Say(Answer);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(seconds + 2), $"the respondent waited {watch.Elapsed}");
        Assert.Contains(await talk.Calls(), call => call.Outcome == outcome && call.TurnN == said.TurnN);
        await Clean(talk, said, "template");
    }

    [Theory, MemberData(nameof(Drafts))]
    public async Task Words_that_break_the_policy_are_never_shown(string provider, string fault)
    {
        await using var talk = await (await ModelTalk.Begin(provider)).Started();
        talk.Server.Otherwise = request => GoodModel.Saying(request, FaultyModel.Drafts[fault]);
        var said = await talk.Say(Answer);
        Assert.Equal(["judge_answer", "word_move", "word_move"], (await talk.Calls()).Select(call => call.PromptName));
        Assert.All(await talk.Calls(), call => Assert.Equal("Answered", call.Outcome));
        Assert.DoesNotContain(FaultyModel.Drafts[fault], said.Text, StringComparison.Ordinal);
        await Clean(talk, said, "template");
    }

    [Theory]
    [InlineData("openai")]
    [InlineData("azure-openai")]
    [InlineData("openai-compatible")]
    public async Task A_server_that_works_words_the_turn(string provider)
    {
        await using var talk = await (await ModelTalk.Begin(provider)).Started();
        var said = await talk.Say(Answer);
        Assert.Equal("Answered", Assert.Single(await talk.Calls()).Outcome);
        await Clean(talk, said, "small");
    }

    [Fact]
    public async Task A_template_in_time_beats_words_that_come_late()
    {
        await using var talk = await (await ModelTalk.Begin(turnSeconds: 1.5)).Started();
        talk.Server.Otherwise = request => ModelReply.After(TimeSpan.FromSeconds(4), GoodModel.Reply(request));
        var said = await talk.Say(Answer);
        await Clean(talk, said, "template");
        Assert.Equal("TimedOut", Assert.Single(await talk.Calls()).Outcome);
    }

    private static async Task Clean(ModelTalk talk, Reply said, string source)
    {
        Assert.Empty(await talk.Recheck());
        Assert.Equal(MoveKind.Probe, said.Move);
        Assert.Equal(source, Assert.Single(await talk.Drafts(said.TurnN), draft => draft.Shown).Source);
        var turns = await talk.Turns();
        Assert.Equal((Answer, Speaker.Participant), (turns[^2].Text, turns[^2].Speaker));
        Assert.Equal(said.Text, turns[^1].Text);
    }

    private static TheoryData<string, string> Table(IEnumerable<string> faults)
    {
        var data = new TheoryData<string, string>();
        foreach (var fault in faults)
            foreach (var provider in Providers)
                data.Add(provider, fault);
        return data;
    }
}
