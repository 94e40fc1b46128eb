using InterviewAgent.Interviewing;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Interviewing;

public sealed class OpenInterviewTests
{
    [Fact]
    public async Task Opening_twice_greets_once()
    {
        using var talk = new Talk();
        var first = await talk.Open();
        var second = await talk.Open();
        Assert.Equal((first.TurnN, first.Text), (second.TurnN, second.Text));
        Assert.Single((await talk.Stored()).Turns);
    }

    [Fact]
    public async Task Two_at_once_get_the_same_interview()
    {
        using var talk = new Talk();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => talk.Open())));
        await using var db = talk.Db();
        Assert.Single(await db.Interviews.ToListAsync());
        Assert.Single(await db.Turns.ToListAsync());
    }

    [Fact]
    public async Task After_a_pause_the_pending_question_comes_again_once()
    {
        using var talk = new Talk();
        await talk.Open();
        var question = await talk.Say("yes");
        Assert.Equal(MoveKind.Pause, (await talk.Say("Continue later")).Move);
        Assert.Equal(InterviewStatus.Paused, (await talk.Stored()).Status);
        Assert.EndsWith(question.Text, (await talk.Open()).Text, StringComparison.Ordinal);
        Assert.Equal(MoveKind.Resume, talk.Last.Move);
        var turns = (await talk.Stored()).Turns.Count;
        await talk.Open();
        Assert.Equal(turns, (await talk.Stored()).Turns.Count);
    }

    [Fact]
    public async Task An_answer_after_a_pause_answers_the_pending_question()
    {
        using var talk = new Talk();
        await talk.Open();
        await talk.Say("yes");
        await talk.Say("later");
        Assert.Contains((await talk.Say("We switched two lines over in May, so the third follows.")).Move, new[] { MoveKind.Probe, MoveKind.QuoteProbe, MoveKind.CoreQuestion });
        Assert.Equal(InterviewStatus.Open, (await talk.Stored()).Status);
    }

    [Fact]
    public async Task An_unknown_check_in_is_a_clear_error()
    {
        using var talk = new Talk();
        await Assert.ThrowsAsync<BadInputException>(() => talk.OpenOther(Guid.CreateVersion7()));
    }
}
