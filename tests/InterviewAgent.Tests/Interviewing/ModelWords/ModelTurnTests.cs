using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.LanguageModels;
using InterviewAgent.Tests.LanguageModels;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Interviewing.ModelWords;

public sealed class ModelTurnTests
{
    private const string Answer = "On Monday we planned it on paper, and the drivers waited until somebody had typed it over.";

    [Fact]
    public async Task A_clean_draft_is_shown_after_one_call()
    {
        await using var talk = await (await ModelTalk.Begin()).Started();
        talk.Server.Otherwise = request => GoodModel.Saying(request, "What did the drivers do then?");
        var reply = await talk.Say(Answer);
        Assert.EndsWith("What did the drivers do then?", reply.Text, StringComparison.Ordinal);
        Assert.Equal(MoveKind.Probe, reply.Move);
        var call = Assert.Single(await talk.Calls());
        Assert.Equal(("Answered", "judge_answer", reply.TurnN), (call.Outcome, call.PromptName, call.TurnN!.Value));
        var draft = Assert.Single(await talk.Drafts(reply.TurnN));
        Assert.True(draft.Shown);
        Assert.Equal("small", draft.Source);
        Assert.Equal(64, call.PromptHash.Length);
    }

    [Fact]
    public async Task Code_sends_at_most_two_probes_and_nobody_asks_a_model_about_consent_rights_core_questions_or_the_end()
    {
        await using var talk = await ModelTalk.Begin();
        await talk.Open();
        await talk.Say("Who sees this?");
        await talk.Say("Yes, start");
        await talk.Say("skip");
        await talk.Say("What do you mean?");
        await talk.Say("Continue later");
        await talk.Say("continue");
        await talk.Say("I can't cope any more");
        await talk.Say("continue");
        Assert.Empty(talk.Server.Seen);
        await talk.Say(Answer);
        var moves = GoodModel.Moves(Assert.Single(talk.Server.Seen));
        Assert.InRange(moves.Count, 1, 2);
        Assert.Equal(moves.Count, moves.Select(move => move.Kind).Distinct().Count());
        await talk.Say("Stop");
        Assert.Single(talk.Server.Seen);
    }

    [Theory]
    [InlineData("decline", false)]
    [InlineData("skip", false)]
    [InlineData("answer", true)]
    public async Task What_the_model_reads_picks_and_adds_nothing(string intent, bool complete)
    {
        await using var talk = await (await ModelTalk.Begin()).Started();
        talk.Server.Otherwise = request => GoodModel.Judged(request, (_, _) => "What did the drivers do then?", intent, complete);
        var reply = await talk.Say(Answer);
        Assert.Equal(MoveKind.CoreQuestion, reply.Move);
        Assert.Equal("template", Assert.Single(await talk.Drafts(reply.TurnN)).Source);
    }

    [Fact]
    public async Task Distress_that_the_rules_did_not_read_gets_the_fixed_text_and_a_human()
    {
        await using var talk = await (await ModelTalk.Begin()).Started();
        talk.Server.Otherwise = request => GoodModel.Judged(request, (_, _) => "What did the drivers do then?", "distress");
        Assert.Equal(MoveKind.SafetyText, (await talk.Say(Answer)).Move);
        await using var db = talk.Db();
        Assert.Equal(nameof(Intent.Distress), (await db.Escalations.SingleAsync()).Reason);
    }

    [Fact]
    public async Task A_draft_that_breaks_a_rule_is_worded_again_told_which()
    {
        await using var talk = await (await ModelTalk.Begin()).Started();
        talk.Server.Otherwise = request => GoodModel.Name(request) == "judge_answer"
            ? GoodModel.Saying(request, "Was that frustrating?") : ModelReply.Json(new { text = "What did the drivers do then?" });
        var reply = await talk.Say(Answer);
        Assert.EndsWith("What did the drivers do then?", reply.Text, StringComparison.Ordinal);
        var (calls, drafts) = (await talk.Calls(), await talk.Drafts(reply.TurnN));
        Assert.Equal(["judge_answer", "word_move"], calls.Select(call => call.PromptName));
        Assert.Equal(2, drafts.Count);
        Assert.Contains("R10", Assert.Single(drafts, draft => !draft.Shown).Breaches, StringComparison.Ordinal);
        Assert.Contains("can be answered with yes or no", talk.Server.Seen[1].Prompt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_two_redrafts_the_template_speaks()
    {
        await using var talk = await (await ModelTalk.Begin()).Started();
        talk.Server.Otherwise = request => GoodModel.Saying(request, "Great answer! Was that frustrating or fine?");
        var reply = await talk.Say(Answer);
        Assert.Equal(3, (await talk.Calls()).Count);
        var drafts = await talk.Drafts(reply.TurnN);
        Assert.Equal(3, drafts.Count(draft => draft is { Source: "small", Shown: false, Breaches.Length: > 0 }));
        Assert.Equal("template", Assert.Single(drafts, draft => draft.Shown).Source);
        Assert.Empty(await talk.Recheck());
    }

    [Fact]
    public async Task The_answer_is_stored_and_the_reply_owed_before_the_model_is_asked()
    {
        await using var talk = await (await ModelTalk.Begin()).Started();
        var received = await talk.Post(Answer, "same");
        Assert.Null(received.Reply);
        Assert.Empty(talk.Server.Seen);
        Assert.Null((await talk.Post(Answer, "same")).Reply);
        Assert.Equal(Answer, (await talk.Turns())[^1].Text);
        var reply = await talk.Finish();
        Assert.Equal(received.TurnN + 1, reply.TurnN);
        Assert.Equal(reply.Text, (await talk.Post(Answer, "same")).Reply!.Text);
        Assert.Equal(reply.TurnN, (await talk.Finish()).TurnN);
    }

    [Fact]
    public async Task A_reply_that_cannot_be_given_keeps_no_other_waiting()
    {
        await using var talk = await (await ModelTalk.Begin()).Started();
        await talk.Post(Answer);
        await using (var db = talk.Db())
        {
            CheckIn other = new() { AccountId = talk.CheckIn.AccountId, RespondentId = talk.CheckIn.RespondentId, Checkpoint = Checkpoint.Day90 };
            db.AddRange(other, new Interview
            {
                CheckInId = other.Id, AccountId = other.AccountId, RespondentId = Guid.CreateVersion7(), Channel = "terminal", ReplyOwedSince = DateTimeOffset.UnixEpoch,
            });
            await db.SaveChangesAsync();
            await db.Interviews.Where(held => held.Id == talk.InterviewId)
                .ExecuteUpdateAsync(row => row.SetProperty(held => held.ReplyOwedSince, DateTimeOffset.UtcNow.AddMinutes(-1)));
        }
        await Assert.ThrowsAsync<AggregateException>(talk.Sweep);
        Assert.Equal(Speaker.Interviewer, (await talk.Turns())[^1].Speaker);
    }

    [Fact]
    public async Task A_crash_between_answer_and_reply_is_finished_once_by_the_sweep()
    {
        await using var talk = await (await ModelTalk.Begin()).Started();
        await talk.Post(Answer);
        await talk.Restart();
        Assert.Equal(0, await talk.Sweep());
        await using (var db = talk.Db())
            await db.Interviews.ExecuteUpdateAsync(row => row.SetProperty(held => held.ReplyOwedSince, DateTimeOffset.UtcNow.AddMinutes(-1)));
        Assert.Equal(1, await talk.Sweep());
        Assert.Equal(0, await talk.Sweep());
        var turns = await talk.Turns();
        Assert.Equal(Speaker.Interviewer, turns[^1].Speaker);
        Assert.Equal(5, turns.Count);
        Assert.Empty(talk.Server.Seen); // Too late for a model: the template speaks at once.
    }

    [Fact]
    public async Task A_message_that_overtakes_gets_its_own_reply_and_the_late_draft_is_dropped()
    {
        await using var talk = await (await ModelTalk.Begin()).Started();
        var asked = new TaskCompletionSource();
        talk.Server.Otherwise = request =>
        {
            asked.TrySetResult();
            return ModelReply.After(TimeSpan.FromMilliseconds(700), GoodModel.Saying(request, "What did the drivers do then?"));
        };
        var first = talk.Say(Answer);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(10));
        var stopped = await talk.Post("Stop");
        Assert.True(stopped.Reply!.Offer.Ended);
        Assert.True((await first).Offer.Ended);
        Assert.DoesNotContain(await talk.Turns(), turn => turn.Text.Contains("drivers do then", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_finishing_at_once_give_one_reply()
    {
        await using var talk = await (await ModelTalk.Begin()).Started();
        await talk.Post(Answer);
        var replies = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => talk.Finish()));
        Assert.Single(replies.Select(reply => (reply.TurnN, reply.Text)).Distinct());
        Assert.Equal(5, (await talk.Turns()).Count);
    }

    [Fact]
    public async Task Without_a_model_the_reply_comes_with_the_answer()
    {
        await using var talk = await (await ModelTalk.Begin("none")).Started();
        Assert.NotNull((await talk.Post(Answer)).Reply);
        Assert.Empty(talk.Server.Seen);
    }

    [Fact]
    public async Task Names_leave_masked_and_a_quote_in_the_draft_is_the_respondents()
    {
        await using var talk = await (await ModelTalk.Begin()).Started();
        talk.Server.Otherwise = request => GoodModel.Saying(request, "You wrote \"we planned it on paper\". What happened next?");
        var reply = await talk.Say("Marta and Joost Verhage said that we planned it on paper, mail joost@vale.example.");
        Assert.Equal(MoveKind.QuoteProbe, reply.Move);
        Assert.DoesNotContain("Joost", talk.Server.Seen[0].Prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("vale.example", talk.Server.Seen[0].Prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("may_quote", (await Next(talk)).Messages.Last().Text, StringComparison.Ordinal);
    }

    private static async Task<SeenRequest> Next(ModelTalk talk)
    {
        for (var i = 0; i < 4 && talk.Server.Seen.Count < 2; i++)
            await talk.Say(Answer + " It was like that again.");
        return talk.Server.Seen[1];
    }
}
