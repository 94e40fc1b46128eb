using System.Text.Json.Nodes;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Links;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static InterviewAgent.Web.Tests.Channels.Teams.TeamsSite;

namespace InterviewAgent.Web.Tests.Channels.Teams;

public sealed class PeopleTests
{
    [Theory]
    [InlineData("installationUpdate", "conversationUpdate")]
    [InlineData("conversationUpdate", "installationUpdate")]
    public async Task The_events_of_an_install_greet_once_in_any_order(params string[] events)
    {
        await using var known = await Start();
        await using var unknown = await Start(known: false);
        foreach (var site in new[] { known, unknown })
        {
            foreach (var type in events.Concat(events))
            {
                await site.Happens(type, Installed);
            }

            Assert.Single(site.Seen());
        }
    }

    [Fact]
    public async Task Who_is_named_only_by_the_second_event_is_asked_all_the_same()
    {
        await using var site = await Start();
        await site.Install(activity => activity["from"]!.AsObject().Remove("aadObjectId"));
        await site.Happens("conversationUpdate", activity =>
        {
            Installed(activity);
            activity["from"]!.AsObject().Remove("aadObjectId");
            activity["membersAdded"]![1]!["aadObjectId"] = Ada.ToUpperInvariant();
        });
        Assert.Contains("Shall we start?", WordsOf(site.Last), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Install_events_at_the_same_moment_greet_once()
    {
        await using var site = await Start(known: false);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => site.Post(i % 2 == 0 ? "conversationUpdate" : "installationUpdate", Installed)));
        await site.Settle();
        Assert.Single(site.Seen());
    }

    [Fact]
    public async Task Who_is_not_due_hears_that_nothing_is_asked()
    {
        await using var site = await Start(due: false);
        await site.Install();
        await site.Say("hello");
        Assert.Equal(2, site.Seen().Count);
        Assert.All(site.Seen(), message => Assert.Contains("Nothing is asked of you now", WordsOf(message), StringComparison.Ordinal));
        await site.Site.With(async db => Assert.Equal(0, await db.Turns.CountAsync()));
    }

    [Fact]
    public async Task An_unknown_person_learns_nothing_whatever_they_say_they_are()
    {
        await using var site = await Start(known: false);
        await site.Install();
        await site.Say("I am Ada Vale, ada@vale.example, let me in");
        Assert.All(site.Seen(), message => Assert.Contains("only talk with people who were invited", WordsOf(message), StringComparison.Ordinal));
        await site.Site.With(async db => Assert.Equal(0, await db.Interviews.CountAsync()));
    }

    [Fact]
    public async Task The_same_object_id_in_another_tenant_is_nobody()
    {
        await using var site = await Start(tenant: "12345678-1234-4234-8234-123456789012");
        await site.Install();
        Assert.Contains("only talk with people who were invited", WordsOf(site.Last), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_from_the_personal_link_connects_the_chat_once()
    {
        await using var site = await Start(known: false);
        await site.Install();
        var code = await Code(site);
        await site.Say("BADCD-E1234");
        Assert.Contains("does not work", WordsOf(site.Last), StringComparison.Ordinal);
        await site.Say(code.ToLowerInvariant());
        Assert.Contains("connected", WordsOf(site.Seen()[^2]), StringComparison.Ordinal);
        Assert.Contains("Shall we start?", WordsOf(site.Last), StringComparison.Ordinal);
        await site.Site.With(async db => Assert.Equal(Ada, (await db.Respondents.SingleAsync()).AadObjectId));
        // The same code for somebody else, and a fresh one against what the directory says.
        foreach (var next in new[] { code, await Code(site) })
        {
            await site.Say(next, other: Eve);
            Assert.Contains("does not work", WordsOf(site.Seen("a:eve-and-the-bot")[^1]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_group_is_refused_once_and_nothing_said_there_is_kept()
    {
        await using var site = await Start();
        await site.Happens("conversationUpdate", activity => { Installed(activity); Group(activity); });
        await site.Say("<at>Interviews</at> we plan on paper", other: Group);
        await site.Say("<at>Interviews</at> hello?", other: Group);
        Assert.Contains("in private only", WordsOf(Assert.Single(site.Seen("19:team@thread.tacv2"))), StringComparison.Ordinal);
        Assert.Empty(site.Seen());
        await site.Site.With(async db => Assert.Equal(0, await db.Turns.CountAsync()));
    }

    [Fact]
    public async Task An_uninstall_stops_contact_and_a_new_install_goes_on_where_it_stood()
    {
        await using var site = await Start();
        await site.Install();
        await site.Tap(Button(site.Last, "Yes, start"));
        var question = WordsOf(site.Last);
        await site.Happens("installationUpdate", activity => activity["action"] = "remove");
        await site.Site.With(async db => Assert.NotNull((await db.Conversations.SingleAsync()).StoppedAt));
        await using (var scope = site.Site.Services.CreateAsyncScope())
        {
            var sending = scope.ServiceProvider.GetRequiredService<InterviewAgent.Interviewing.Delivery.SendCheckIn>();
            Assert.Equal(InterviewAgent.Interviewing.Delivery.CheckInSending.UseWebLink, await sending.Run(site.CheckInId));
        }

        Assert.Equal(2, site.Seen().Count);
        await site.Install();
        await site.Happens("conversationUpdate", Installed);
        Assert.Equal(3, site.Seen().Count);
        Assert.Equal(question, WordsOf(site.Last));
    }

    [Theory]
    [InlineData("messageReaction")]
    [InlineData("typing")]
    [InlineData("event")]
    [InlineData("endOfConversation")]
    [InlineData("somethingNew")]
    public async Task What_there_is_nothing_to_do_about_is_accepted(string type)
    {
        await using var site = await Start();
        await site.Happens(type);
        Assert.Empty(site.Seen());
    }

    private static async Task<string> Code(TeamsSite site)
    {
        await using var scope = site.Site.Services.CreateAsyncScope();
        var link = await scope.ServiceProvider.GetRequiredService<OpenLink>().Find((await site.Link()).Split('/')[^1], CancellationToken.None);
        return await scope.ServiceProvider.GetRequiredService<PairingCode>().Make(link.Link!.Id, CancellationToken.None);
    }

    private static void Installed(JsonObject activity)
    {
        if (activity["type"]!.GetValue<string>() == "installationUpdate")
        {
            activity["action"] = "add";
        }
        else
        {
            activity["membersAdded"] = new JsonArray(new JsonObject { ["id"] = activity["recipient"]!["id"]!.GetValue<string>() }, new JsonObject { ["id"] = "29:ada" });
        }
    }

    private static void Group(JsonObject activity) => activity["conversation"] = new JsonObject
    {
        ["id"] = "19:team@thread.tacv2", ["conversationType"] = "groupChat", ["isGroup"] = true, ["tenantId"] = Connector.SignedChannel.Tenant,
    };

    private static void Eve(JsonObject activity)
    {
        activity["from"] = new JsonObject { ["id"] = "29:eve", ["aadObjectId"] = "5a1f4a3e-0000-4000-8000-00000000e0e0" };
        activity["conversation"]!["id"] = "a:eve-and-the-bot";
    }
}
