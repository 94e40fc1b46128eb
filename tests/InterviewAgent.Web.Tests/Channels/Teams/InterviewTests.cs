using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using Microsoft.EntityFrameworkCore;
using static InterviewAgent.Web.Tests.Channels.Teams.TeamsSite;

namespace InterviewAgent.Web.Tests.Channels.Teams;

public sealed class InterviewTests
{
    private const string Answer = "On Monday we planned it on paper, and the drivers waited until somebody had typed it over.";

    [Fact]
    public async Task An_interview_runs_from_the_install_to_its_end()
    {
        await using var site = await Start();
        await site.Install();
        Assert.Contains("AI interviewer", WordsOf(Assert.Single(site.Seen())), StringComparison.Ordinal);
        await site.Tap(Button(site.Last, "Yes, start"));
        for (var answers = 0; answers < 20 && !IsReadBack(site.Last); answers++)
        {
            await site.Say($"{Answer} That was time {answers}.");
        }

        Assert.True(IsReadBack(site.Last));
        var saved = await site.Tap(Button(site.Last, "Save my choice"), inputs: new JsonObject { ["all"] = "account-only", ["s1"] = "totals-only" });
        Assert.Contains("Totals only", saved.GetProperty("value").GetRawText(), StringComparison.Ordinal);
        await site.Tap(Button(site.Last, "Nothing to change"));
        Assert.StartsWith("Thank you. That was the last question.", WordsOf(site.Last), StringComparison.Ordinal);
        // The last turn speaks of a link; who came without one gets it there.
        var link = Button(site.Last, "Your answers");
        Assert.Equal("Action.OpenUrl", link.GetProperty("type").GetString());
        Assert.Equal(System.Net.HttpStatusCode.OK, (await site.Site.Stranger().GetAsync(new Uri(new Uri(link.GetProperty("url").GetString()!).AbsolutePath, UriKind.Relative))).StatusCode);
        await site.Site.With(async db =>
        {
            var held = await db.Interviews.Include(row => row.Choices).SingleAsync();
            Assert.Equal((InterviewStatus.AwaitingAnalysis, "msteams"), (held.Status, held.Channel));
            Assert.Contains(held.Choices, choice => choice.Visibility == Visibility.TotalsOnly);
        });
        // What was being written as it ended is kept with it.
        var said = 0;
        await site.Site.With(async db => said = await db.Turns.CountAsync(turn => turn.Speaker == Speaker.Participant));
        await site.Say("one more thing");
        Assert.StartsWith("This check-in is over and nothing more is asked.", WordsOf(site.Last), StringComparison.Ordinal);
        await site.Site.With(async db =>
        {
            Assert.Equal(said + 1, await db.Turns.CountAsync(turn => turn.Speaker == Speaker.Participant));
            var before = DateTimeOffset.UtcNow.AddMinutes(-3);
            await db.Turns.ExecuteUpdateAsync(set => set.SetProperty(turn => turn.At, before));
        });
        await site.Say("and another day");
        Assert.StartsWith("I am an AI interviewer. Nothing is asked of you now.", WordsOf(site.Last), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tapped_card_is_answered_by_itself_without_buttons()
    {
        await using var site = await Start();
        await site.Install();
        var card = await site.Tap(Button(site.Last, "Yes, start"));
        Assert.Equal(200, card.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.card.adaptive", card.GetProperty("type").GetString());
        Assert.False(card.GetProperty("value").TryGetProperty("actions", out _));
        Assert.Contains("You chose: Yes, start", card.GetProperty("value").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(2, site.Seen().Count);
    }

    [Fact]
    public async Task A_tap_that_comes_again_under_a_new_id_is_one_answer()
    {
        await using var site = await Start();
        await site.Install();
        var consent = site.Last;
        await site.Tap(Button(consent, "Yes, start"));
        var again = await site.Tap(Button(consent, "Yes, start"));
        var other = await site.Tap(Button(consent, "No, thanks"));
        Assert.All([again, other], body => Assert.Contains("You chose: Yes, start", body.GetRawText(), StringComparison.Ordinal));
        Assert.Equal(2, site.Seen().Count);
    }

    [Fact]
    public async Task A_tap_on_an_earlier_question_changes_nothing_and_says_so()
    {
        await using var site = await Start();
        await site.Install();
        await site.Tap(Button(site.Last, "Yes, start"));
        var first = site.Last;
        await site.Say(Answer);
        var shown = site.Seen().Count;
        var late = await site.Tap(Button(first, "Skip"));
        Assert.Contains("earlier question", late.GetRawText(), StringComparison.Ordinal);
        Assert.False(late.GetProperty("value").TryGetProperty("actions", out _));
        Assert.Equal(shown, site.Seen().Count);
    }

    [Fact]
    public async Task A_forwarded_card_works_in_nobody_elses_hands()
    {
        await using var site = await Start();
        await site.Install();
        foreach (var chat in new[] { Chat, "a:eve-and-the-bot" })
        {
            var refused = await site.Tap(Button(site.Seen()[0], "Yes, start"), activity =>
            {
                activity["from"] = new JsonObject { ["id"] = "29:eve", ["aadObjectId"] = "5a1f4a3e-0000-4000-8000-00000000e0e0" };
                activity["conversation"]!["id"] = chat;
            });
            Assert.Contains("another person", refused.GetProperty("value").GetString(), StringComparison.Ordinal);
            Assert.DoesNotContain("interviewer", refused.GetRawText(), StringComparison.Ordinal);
        }

        await site.Site.With(async db => Assert.Equal(1, await db.Turns.CountAsync()));
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"action":7}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"rate","data":{"q":1,"answer":"great"}}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":"skip","data":{"interview":"00000000000000000000000000000000","turn":1,"token":"x.y","verb":"skip"}}}""")]
    public async Task Whatever_a_card_brings_gets_a_clean_answer(string value)
    {
        await using var site = await Start();
        await site.Install();
        var answer = await site.Post("invoke", activity => (activity["name"], activity["value"]) = ("adaptiveCard/action", JsonNode.Parse(value)));
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("application/vnd.microsoft", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Single(site.Seen());
    }

    [Fact]
    public async Task A_client_that_can_only_submit_answers_all_the_same()
    {
        await using var site = await Start();
        await site.Install();
        var consent = Button(site.Last, "Yes, start");
        await site.Happens("message", activity => activity["value"] = JsonNode.Parse(consent.GetProperty("fallback").GetProperty("data").GetRawText()));
        Assert.Equal(2, site.Seen().Count);
        await site.Happens("message", activity => activity["value"] = JsonNode.Parse("""{"hello":"there"}"""));
        Assert.Contains("could not be read", WordsOf(site.Last), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_is_looked_at_again_has_buttons_only_while_its_question_waits()
    {
        await using var site = await Start();
        await site.Install();
        var refresh = CardOf(site.Last).GetProperty("refresh");
        Assert.Equal("29:ada", refresh.GetProperty("userIds")[0].GetString());
        var look = refresh.GetProperty("action");
        Assert.True((await site.Tap(look)).GetProperty("value").TryGetProperty("actions", out _));
        await site.Say("yes");
        Assert.False((await site.Tap(look)).GetProperty("value").TryGetProperty("actions", out _));
        Assert.Equal(2, site.Seen().Count);
    }

    [Fact]
    public async Task An_unknown_invoke_is_not_implemented()
    {
        await using var site = await Start();
        Assert.Equal(System.Net.HttpStatusCode.NotImplemented, (await site.Post("invoke", activity => activity["name"] = "task/fetch")).StatusCode);
    }

    [Fact]
    public async Task Who_expects_the_replies_gets_them_in_the_response_and_nothing_is_sent()
    {
        await using var site = await Start();
        var answer = await site.Post("message", activity => (activity["text"], activity["deliveryMode"]) = ("hello", "expectReplies"));
        var replies = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("activities");
        Assert.Contains("AI interviewer", WordsOf(Assert.Single(replies.EnumerateArray())), StringComparison.Ordinal);
        await site.Settle();
        Assert.Empty(site.Seen());
        await site.Say("yes");
        Assert.Single(site.Seen());
    }

    private static bool IsReadBack(JsonElement activity) => activity.TryGetProperty("attachments", out _) && CardOf(activity).GetRawText().Contains("save-choice", StringComparison.Ordinal);
}
