using System.Text.Json.Nodes;
using InterviewAgent.Interviewing;
using Microsoft.EntityFrameworkCore;
using static InterviewAgent.Web.Tests.Channels.Teams.TeamsSite;

namespace InterviewAgent.Web.Tests.Channels.Teams;

public sealed class ChangeTests
{
    private const string Answer = "We copy the whole plan into our own sheet every Monday morning.";

    [Fact]
    public async Task A_mention_and_the_blanks_around_it_are_no_part_of_an_answer()
    {
        await using var site = await Asked();
        await site.Say("<at>Interviews</at>&nbsp;we plan\u00a0on paper \r\n", other: activity => activity["entities"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "mention", ["text"] = "<at>Interviews</at>", ["mentioned"] = new JsonObject { ["id"] = activity["recipient"]!["id"]!.GetValue<string>() },
            }));
        Assert.Equal("we plan on paper", await LastSaid(site));
    }

    [Fact]
    public async Task A_huge_message_of_blanks_and_mentions_is_read_in_no_time()
    {
        await using var site = await Asked();
        await site.Say(new string(' ', 300_000) + "we plan\n\n\r\n  on paper", other: activity => activity["entities"] = new JsonArray(
            [.. Enumerable.Range(0, 2000).Select(n => (JsonNode)new JsonObject
            {
                ["type"] = "mention", ["text"] = $"<at>{n}</at>", ["mentioned"] = new JsonObject { ["id"] = activity["recipient"]!["id"]!.GetValue<string>() },
            })]));
        Assert.Equal("we plan\non paper", await LastSaid(site));
    }

    [Fact]
    public async Task Files_are_refused_kindly_and_the_words_beside_them_are_taken()
    {
        await using var site = await Asked();
        var before = site.Seen().Count;
        await site.Happens("message", File);
        Assert.Contains("Files and pictures are not taken", WordsOf(site.Last), StringComparison.Ordinal);
        Assert.Equal(before + 1, site.Seen().Count);
        await site.Say(Answer, other: File);
        Assert.Equal(before + 3, site.Seen().Count);
        Assert.Equal(Answer, await LastSaid(site));
        await site.Say("And a formatted one, with its twin.", other: activity =>
            activity["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>And a formatted one</p>" }));
        Assert.Equal(before + 4, site.Seen().Count);
    }

    [Fact]
    public async Task An_edited_answer_becomes_a_correction_and_no_new_answer()
    {
        await using var site = await Asked();
        await site.Say(Answer, "said-1");
        var before = site.Seen().Count;
        for (var delivered = 0; delivered < 2; delivered++)
        {
            await site.Happens("messageUpdate", activity => Edit(activity, "said-1", "We type it over every Friday.", "editMessage"));
        }

        Assert.Equal(before + 1, site.Seen().Count);
        Assert.StartsWith("Noted.", WordsOf(site.Last), StringComparison.Ordinal);
        await site.Site.With(async db =>
        {
            var correction = await db.Turns.SingleAsync(turn => turn.Corrects != null);
            Assert.Equal(4, correction.Corrects);
            Assert.Equal(6, correction.N);
        });
    }

    [Fact]
    public async Task An_answer_that_was_deleted_in_Teams_is_deleted_here()
    {
        await using var site = await Asked();
        await site.Say(Answer, "said-1");
        await site.Happens("messageDelete", activity => Edit(activity, "said-1", null, "softDeleteMessage"));
        Assert.Contains("deleted here too", WordsOf(site.Last), StringComparison.Ordinal);
        Assert.DoesNotContain("sheet", await LastSaid(site), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_to_a_stop_stops()
    {
        await using var site = await Asked();
        await site.Say(Answer, "said-1");
        await site.Happens("messageUpdate", activity => Edit(activity, "said-1", "stop", "editMessage"));
        Assert.StartsWith("Stopped.", WordsOf(site.Last), StringComparison.Ordinal);
        await site.Site.With(async db => Assert.Equal(InterviewStatus.BrokenOff, (await db.Interviews.SingleAsync()).Status));
    }

    [Fact]
    public async Task The_edit_of_something_we_never_took_in_is_accepted_and_forgotten()
    {
        await using var site = await Asked();
        var before = site.Seen().Count;
        await site.Happens("messageUpdate", activity => Edit(activity, "never", "hello", "editMessage"));
        await site.Happens("messageDelete", activity => Edit(activity, "never", null, "softDeleteMessage"));
        Assert.Equal(before, site.Seen().Count);
    }

    private static async Task<TeamsSite> Asked()
    {
        var site = await Start();
        await site.Install();
        await site.Tap(Button(site.Last, "Yes, start"));
        return site;
    }

    private static async Task<string> LastSaid(TeamsSite site)
    {
        var said = "";
        await site.Site.With(async db => said = (await new OwnConversation(db).Read((await db.Interviews.SingleAsync()).Id))
            .Last(turn => turn.Speaker == Speaker.Participant).Text);
        return said;
    }

    private static void Edit(JsonObject activity, string id, string? text, string kind)
    {
        (activity["id"], activity["text"]) = (id, text);
        activity["channelData"]!["eventType"] = kind;
        activity["timestamp"] = "2026-11-22T09:00:00.000Z";
    }

    private static void File(JsonObject activity) => activity["attachments"] = new JsonArray(new JsonObject
    {
        ["contentType"] = "application/vnd.microsoft.teams.file.download.info", ["name"] = "plan.xlsx", ["contentUrl"] = "https://example.com/plan.xlsx",
    });
}
