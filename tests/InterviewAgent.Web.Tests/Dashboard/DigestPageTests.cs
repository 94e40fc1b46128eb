using System.Net;
using System.Text.Json;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Insights.Digests.Rendering;
using InterviewAgent.Insights.Digests.Sending;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Privacy;
using InterviewAgent.Web.Tests.Channels.Conformance;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Dashboard;

public sealed class DigestPageTests : IDisposable
{
    private static readonly Uri Page = new("/digest", UriKind.Relative);

    private readonly Site site = new(
        ("Digests:Recipients:0:Mail", "lead@contoso.example"), ("Digests:Recipients:1:Mail", "a.lind@contoso.example"), ("Digests:Recipients:1:Role", "manager"),
        ("Digests:Recipients:1:Owner", "A. Lind"));

    [Fact]
    public async Task A_leader_reads_of_all_accounts_and_a_manager_of_their_own()
    {
        await Seed();
        using var leader = await site.SignedIn();
        using var manager = await site.SignedIn("Asa", ViewerRole.Manager, "A. Lind");
        var (all, own) = (await leader.GetStringAsync(Page), await manager.GetStringAsync(Page));
        Assert.Contains("of 2 accounts", all, StringComparison.Ordinal);
        Assert.Contains("Norrsken Glas", all, StringComparison.Ordinal);
        Assert.Contains("of 1 account ", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Norrsken Glas", own, StringComparison.Ordinal);
        foreach (var html in new[] { all, own })
        {
            Assert.DoesNotContain(Portfolio.OpenWords, html, StringComparison.Ordinal);
            Assert.DoesNotContain("Duarte", html, StringComparison.Ordinal);
            Assert.DoesNotContain("zebrafinch", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Send_now_queues_each_reader_once_and_only_for_whoever_may()
    {
        await Seed();
        using var manager = await site.SignedIn("Asa", ViewerRole.Manager, "A. Lind");
        Assert.DoesNotContain("Send now", await manager.GetStringAsync(Page), StringComparison.Ordinal);
        await Site.PressButton(manager, "/check-ins/" + await CheckIn() + "/send", "/digest?handler=Send");
        await site.With(async db => Assert.Equal(0, await db.DigestSendings.CountAsync()));

        using var leader = await site.SignedIn();
        var forged = await leader.PostAsync(new Uri("/digest?handler=Send", UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
        for (var press = 0; press < 2; press++)
        {
            Assert.Equal(HttpStatusCode.Redirect, (await Site.PressButton(leader, "/digest", "/digest?handler=Send")).StatusCode);
        }
        await site.With(async db =>
        {
            Assert.Equal(2, await db.DigestSendings.CountAsync(row => row.State == SendingState.Queued));
            Assert.Equal(2, await db.Digests.CountAsync());
            Assert.Equal(2, await db.Audit.CountAsync(entry => entry.Did.StartsWith("sent the digest")));
        });
        Assert.Contains("as it was written", await leader.GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_has_changed_hands_is_gone_from_its_old_owners_kept_digests()
    {
        var (mine, _) = await Seed();
        await Keep("A. Lind");
        using var manager = await site.SignedIn("Asa", ViewerRole.Manager, "A. Lind");
        Assert.Contains("Vale Fibra", await manager.GetStringAsync(Page), StringComparison.Ordinal);
        await site.With(db => db.Accounts.Where(account => account.Id == mine.Account.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Owner, "C. New")));
        Assert.DoesNotContain("Vale Fibra", await manager.GetStringAsync(Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_week_that_was_not_kept_is_not_there()
    {
        using var leader = await site.SignedIn();
        foreach (var week in new[] { "2020-01-06", "x", "2026-99-99" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync(new Uri($"/digest?week={week}", UriKind.Relative))).StatusCode);
        }
    }

    [Fact]
    public async Task A_scanner_that_follows_the_link_stops_nothing_and_the_button_does()
    {
        await Seed();
        await using (var scope = site.Services.CreateAsyncScope())
        {
            Assert.Equal(2, await scope.ServiceProvider.GetRequiredService<QueueDigests>().Now(null));
        }
        DigestSending row = null!;
        await site.With(async db => row = await db.DigestSendings.FirstAsync(one => one.Address == "lead@contoso.example"));
        var tokens = site.Services.GetRequiredService<LinkToken>();
        using var browser = site.Stranger();
        Uri stop = new($"/m/digest/{tokens.For(row.Id, "digest")}", UriKind.Relative);
        Assert.Contains("<button", await browser.GetStringAsync(stop), StringComparison.Ordinal);
        await site.With(async db => Assert.Equal(0, await db.DigestRefusals.CountAsync()));
        foreach (var other in new[] { $"/m/digest/{tokens.For(row.Id, LinkToken.Choose)}", $"/m/never/{tokens.For(row.Id, "digest")}", "/m/digest/x.y.z", "/m/digest" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.PostAsync(new Uri(other, UriKind.Relative), null)).StatusCode);
        }
        Assert.Contains("no longer sent to this address", await (await browser.PostAsync(stop, null)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await site.With(async db => Assert.Equal("lead@contoso.example", (await db.DigestRefusals.SingleAsync()).Address));
    }

    [Fact]
    public async Task Microsofts_library_reads_the_card_without_a_remark()
    {
        await Seed("Vale [Fibra](https://x) *and* sons");
        var (empty, full) = (await Keep("Nobody"), await Keep(null));
        var card = site.Services.GetRequiredService<DigestCard>();
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, [Line("a week", card.Render(full)), Line("a week without accounts", card.Render(empty))]);
        await Node.Run("cards.mjs", ("CARDS", file));
        File.Delete(file);
    }

    private static string Line(string name, System.Text.Json.Nodes.JsonObject card) => JsonSerializer.Serialize(new { name, card });

    private async Task<Digest> Keep(string? owner)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<KeepDigest>().Of(owner);
    }

    private async Task<(Portfolio Mine, Portfolio Others)> Seed(string name = "Vale Fibra")
    {
        Portfolio mine = null!, others = null!;
        await site.With(async db =>
        {
            mine = await Portfolio.Seed(db, name);
            others = await Portfolio.Seed(db, "Norrsken Glas");
            await db.Accounts.Where(account => account.Id == others.Account.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Owner, "B. Otherwise"));
        });
        return (mine, others);
    }

    private async Task<Guid> CheckIn()
    {
        Guid id = default;
        await site.With(async db => id = await (from checkIn in db.CheckIns join account in db.Accounts on checkIn.AccountId equals account.Id where account.Owner == "A. Lind" select checkIn.Id).FirstAsync());
        return id;
    }

    public void Dispose() => site.Dispose();
}
