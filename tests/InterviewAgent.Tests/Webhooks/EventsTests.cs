using System.Text.Json.Nodes;
using InterviewAgent.Insights;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Interviewing;
using InterviewAgent.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Webhooks;

/// <summary>What is told, to whom, and what is not.</summary>
public sealed class EventsTests
{
    [Fact]
    public async Task A_flag_is_told_once_with_ids_counts_and_a_link()
    {
        using WebhookOffice office = new();
        await office.Subscribe();
        for (var n = 0; n < 2; n++)
        {
            await office.With((RefreshFlags flags) => flags.Of(office.Account.Id));
        }
        await office.Send();
        var body = JsonNode.Parse(Assert.Single(office.Receiver.Taken).Body)!;
        Assert.Equal(["id", "type", "timestamp", "data"], body.AsObject().Select(part => part.Key));
        Assert.Equal((office.Receiver.Taken[0].Id, "flag.opened"), ((string?)body["id"], (string?)body["type"]));
        Assert.Equal(office.Clock.Now, (DateTimeOffset)body["timestamp"]!);
        var data = body["data"]!;
        Assert.Equal(("Fenwright", "Asa", "SilentSufferer"), ((string?)data["account"]!["name"], (string?)data["account"]!["owner"], (string?)data["flag"]!["kind"]));
        Assert.Equal($"https://checkin.contoso.example/accounts/{office.Account.Id}", (string?)data["url"]);
        Assert.DoesNotContain("I keep my sheet", office.Receiver.Taken[0].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\"u1\"", office.Receiver.Taken[0].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_event_is_told_to_whom_it_belongs()
    {
        using WebhookOffice office = new();
        await office.Subscribe("B. Otherwise");
        await office.With((RefreshFlags flags) => flags.Of(office.Account.Id));
        Assert.Empty(office.Rows());
        using WebhookOffice own = new();
        await own.Subscribe("Asa", WebhookEvents.DigestReady);
        await own.With((RefreshFlags flags) => flags.Of(own.Account.Id));
        Assert.Empty(own.Rows());
        await own.With((KeepDigest digests) => digests.Of(null)); // The leader's is not this manager's.
        Assert.Empty(own.Rows());
        await own.With((KeepDigest digests) => digests.Of("Asa"));
        await own.With((KeepDigest digests) => digests.Of("Asa"));
        var data = JsonNode.Parse(Assert.Single(own.Rows()).Data)!;
        Assert.Equal(("Asa", "/digest?week=2026-06-01"), ((string?)data["owner"], (string?)data["place"]));
    }

    [Fact]
    public async Task What_is_taken_back_with_its_cause_is_not_told()
    {
        using WebhookOffice office = new();
        await office.Subscribe();
        await office.With(async (InterviewAgentDb db) =>
        {
            await using var work = await db.Database.BeginTransactionAsync();
            await new RefreshFlags(db, new GatherVoices(db), office.Clock).Of(office.Account.Id);
            return 0;
        });
        Assert.Empty(office.Rows());
    }

    [Theory]
    [InlineData(Visibility.AccountOnly, 1)]
    [InlineData(Visibility.WithMyName, 1)]
    [InlineData(Visibility.TotalsOnly, 0)]
    [InlineData(Visibility.Delete, 0)]
    public async Task A_finished_interview_is_told_unless_it_is_kept_to_totals(Visibility chosen, int told)
    {
        using Talk talk = new();
        await Finish(talk, chosen);
        await using var db = talk.Db();
        var rows = await db.WebhookDeliveries.ToListAsync();
        Assert.Equal(told, rows.Count);
        Assert.All(rows, row =>
        {
            Assert.Equal(talk.InterviewId, row.InterviewId);
            var data = JsonNode.Parse(row.Data)!.AsObject();
            // Neither who it was, nor what would tell it in an account of two.
            Assert.Equal(["account", "interviewId", "place"], data.Select(part => part.Key));
            Assert.Equal(["id", "externalId", "name", "owner"], data["account"]!.AsObject().Select(part => part.Key));
            Assert.DoesNotContain("Marta", row.Data, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Who_stops_half_way_completes_nothing()
    {
        using Talk talk = new();
        await Subscribe(talk);
        await talk.Open();
        await talk.Say("yes");
        await talk.Say("I copy the weekly plan into my own sheet every Friday.");
        await talk.Say("stop");
        await using var db = talk.Db();
        Assert.Empty(await db.WebhookDeliveries.ToListAsync());
    }

    [Fact]
    public async Task Who_chooses_totals_later_or_is_erased_takes_what_was_told_out_of_the_store()
    {
        foreach (var erase in new[] { false, true })
        {
            using Talk talk = new();
            await Finish(talk, Visibility.AccountOnly);
            await using var db = talk.Db();
            Assert.Single(await db.WebhookDeliveries.AsNoTracking().ToListAsync());
            var person = (await talk.Stored()).RespondentId;
            if (erase)
            {
                await new EraseRespondent(db, talk.Clock).Run(person, "test");
            }
            else
            {
                await new OwnChoices(db).Change(talk.InterviewId, new ReadBackChoices(Visibility.TotalsOnly, new Dictionary<int, Visibility>()), "respondent", talk.Clock.GetUtcNow(), default);
            }
            Assert.Empty(await db.WebhookDeliveries.AsNoTracking().ToListAsync());
        }
    }

    private static async Task Finish(Talk talk, Visibility chosen)
    {
        await Subscribe(talk);
        await talk.Open();
        await talk.Say("yes");
        for (var n = 1; n < 40 && !talk.Last.Offer.Ended; n++)
        {
            await (talk.Last.Move == MoveKind.ConfirmDelete ? talk.Say("yes")
                : talk.Last.Offer.ReadBack.Count > 0
                ? talk.Say("chosen", choices: new ReadBackChoices(chosen, new Dictionary<int, Visibility>()))
                : talk.Say($"I copy the weekly plan into my own sheet every Friday, it takes {n + 10} minutes and nobody owns it.", $"a{n}"));
        }
        Assert.True(talk.Last.Offer.Ended);
    }

    private static async Task Subscribe(Talk talk)
    {
        await using var db = talk.Db();
        db.Add(new Webhook { Url = "https://crm.example.com/", Events = string.Join(' ', WebhookEvents.All), Secret = "k.x", CreatedAt = talk.Clock.GetUtcNow() });
        await db.SaveChangesAsync();
    }
}
