using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using InterviewAgent.Interviewing.Invitations;
using InterviewAgent.LanguageModels;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Consents;
using InterviewAgent.Privacy.Staff.ApiKeys;
using InterviewAgent.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Tests.Dashboard;

public sealed partial class AdminPagesTests : IDisposable
{
    private const string Who = "R. Keeper";
    private static readonly string[] Rooms = ["/admin", "/admin/audit", "/admin/respondents", "/admin/consents", "/admin/retention", "/admin/retention/remove", "/admin/sessions", "/admin/keys", "/admin/keys/new", "/admin/models", "/admin/webhooks"];
    private readonly Site site = new();

    [Fact]
    public async Task A_fresh_store_is_explained_in_every_room()
    {
        using var client = await Admin();
        foreach (var room in Rooms)
        {
            var html = await client.GetStringAsync(new Uri(room, UriKind.Relative));
            Assert.Single(Heading().Matches(html));
        }

        foreach (var (room, teaches) in new[] { ("/admin/consents", "texts.yaml"), ("/admin/keys", "accounts:write"), ("/admin/models", "models check"), ("/admin/webhooks", "webhooks add"), ("/admin/retention", "nothing to remove"), ("/admin/audit?kind=exports", "Show all") })
        {
            Assert.Matches($"(?s)class=\"empty\".*{teaches}", await client.GetStringAsync(new Uri(room, UriKind.Relative)));
        }
    }

    [Fact]
    public async Task A_person_is_found_told_apart_and_their_file_handed_out_under_the_administrators_name()
    {
        var portfolio = await Seed();
        using var client = await Admin();
        var found = await Page(await Site.PressButton(client, "/admin/respondents", null, ("called", "vale fibra duarte")));
        Assert.Contains($"/admin/respondents/{portfolio.Open.RespondentId}", found, StringComparison.Ordinal);
        Assert.Contains("Nobody is known by that", await Page(await Site.PressButton(client, "/admin/respondents", null, ("called", "nobody@example.org"))), StringComparison.Ordinal);

        var page = $"/admin/respondents/{portfolio.Open.RespondentId}";
        Assert.Contains("<dt>Interviews</dt><dd>1</dd>", await client.GetStringAsync(new Uri(page, UriKind.Relative)), StringComparison.Ordinal);
        var file = await Site.PressButton(client, page, page + "?handler=Export");
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains(Portfolio.SentenceKept, JsonDocument.Parse(await file.Content.ReadAsStringAsync()).RootElement.GetProperty("interviews")[0].GetProperty("turns")[1].GetProperty("text").GetString()!, StringComparison.Ordinal);
        await site.With(async db => Assert.Equal(new { Who, Subject = (Guid?)portfolio.Open.RespondentId }, await db.Audit.Where(entry => entry.Did == "exported a respondent").Select(entry => new { entry.Who, entry.Subject }).SingleAsync()));
    }

    [Fact]
    public async Task Erasing_asks_for_the_id_by_hand_and_says_what_is_out_of_reach()
    {
        var portfolio = await Seed();
        var (person, id) = (portfolio.Open.RespondentId, "");
        await site.With(async db =>
        {
            id = await db.Respondents.Where(row => row.Id == person).Select(row => row.ExternalId).SingleAsync();
            db.Add(new Invitation { AccountId = portfolio.Account.Id, CheckInId = portfolio.Open.CheckInId, RespondentId = person, Channel = InvitationChannel.Mail, State = InvitationState.Sent, SentAt = DateTimeOffset.UnixEpoch });
            db.Add(new ModelCall { Provider = "openai", Model = "small", PromptName = "p", PromptHash = "0", Outcome = "Answered", RespondentId = person, Request = "{}" });
            await db.SaveChangesAsync();
        });
        using var client = await Admin();
        var page = $"/admin/respondents/{person}/erase";
        Assert.Contains(id, await client.GetStringAsync(new Uri(page, UriKind.Relative)), StringComparison.Ordinal);
        foreach (var typed in new[] { "", "yes", id[..^1] })
        {
            var refused = await Site.PressButton(client, page, null, ("confirmed", typed));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("Nothing was erased", await Page(refused), StringComparison.Ordinal);
        }

        await site.With(async db => Assert.True(await db.Turns.AnyAsync(turn => turn.InterviewId == portfolio.Open.Id)));
        var erased = await Page(await Site.PressButton(client, page, null, ("confirmed", $" {id} ")));
        Assert.Contains("1 interview, 2 turns, 2 findings and 1 model call are gone", erased, StringComparison.Ordinal);
        Assert.Contains("1 Jan 1970 00:00 UTC lies in their mailbox", erased, StringComparison.Ordinal);
        Assert.Contains("openai (small)", erased, StringComparison.Ordinal);
        await site.With(async db =>
        {
            Assert.False(await db.Respondents.AnyAsync(row => row.Id == person) || await db.Turns.AnyAsync(turn => turn.InterviewId == portfolio.Open.Id));
            Assert.Equal(Who, (await db.Audit.SingleAsync(entry => entry.Did == "erased a respondent")).Who);
            Assert.False(await db.OutdatedAccounts.AnyAsync()); // What was made of the words was read again as well.
        });
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(page, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Signing_somebody_out_everywhere_ends_their_sessions_and_no_other()
    {
        using var leader = await site.SignedIn("M. Rossi");
        using var again = await site.SignedIn("M. Rossi");
        using var client = await Admin();
        Guid session = default;
        await site.With(async db => session = await db.StaffSessions.Where(row => row.Who == "M. Rossi").Select(row => row.Id).FirstAsync());
        Assert.Contains($"/admin/sessions/{session}/end", await client.GetStringAsync(new Uri("/admin/sessions", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("2 sessions end", await client.GetStringAsync(new Uri($"/admin/sessions/{session}/end", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await leader.GetAsync(new Uri("/", UriKind.Relative))).StatusCode);

        Assert.Contains("2 sessions ended", await Page(await Site.PressButton(client, $"/admin/sessions/{session}/end")), StringComparison.Ordinal);
        foreach (var gone in new[] { leader, again })
        {
            Assert.Contains("why=ended", (await gone.GetAsync(new Uri("/", UriKind.Relative))).Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri($"/admin/sessions/{session}/end", UriKind.Relative))).StatusCode);
        await site.With(async db => Assert.Equal(Who, (await db.Audit.SingleAsync(entry => entry.Did == "revoked 2 sessions of M. Rossi")).Who));
    }

    [Fact]
    public async Task A_key_is_shown_once_works_until_it_is_revoked_and_leaves_two_entries()
    {
        using var client = await Admin();
        var refused = await Site.PressButton(client, "/admin/keys/new", null, ("name", "CRM"), ("scopes", "everything"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await Site.PressButton(client, "/admin/keys/new", null, ("name", "CRM"))).StatusCode);
        var made = await Page(await Site.PressButton(client, "/admin/keys/new", null, ("name", "CRM"), ("scopes", ApiScopes.AccountsRead), ("scopes", ApiScopes.FlagsRead), ("owner", "")));
        var key = Key().Match(made).Value;
        using var program = site.Stranger();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(new Uri("/api/accounts", UriKind.Relative))).StatusCode);

        var list = await client.GetStringAsync(new Uri("/admin/keys", UriKind.Relative));
        Assert.Contains("accounts:read flags:read", list, StringComparison.Ordinal);
        Assert.DoesNotContain(key[(key.IndexOf('.', StringComparison.Ordinal) + 1)..], list, StringComparison.Ordinal);
        var revoke = RevokeLink().Match(list).Groups[1].Value;
        Assert.Contains("Revoke the key for CRM", await client.GetStringAsync(new Uri(revoke, UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(new Uri("/api/accounts", UriKind.Relative))).StatusCode);
        Assert.Contains("is revoked", await Page(await Site.PressButton(client, revoke)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await program.GetAsync(new Uri("/api/accounts", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(revoke, UriKind.Relative))).StatusCode);
        await site.With(async db => Assert.Equal(["made an API key", "revoked an API key"],
            await db.Audit.Where(entry => entry.Who == Who && entry.Did.EndsWith(" an API key")).OrderBy(entry => entry.At).Select(entry => entry.Did).ToListAsync()));
    }

    [Fact]
    public async Task What_is_too_old_goes_when_asked_for_and_not_when_looked_at()
    {
        var portfolio = await Seed();
        await site.With(db => db.CheckIns.Where(row => row.Id == portfolio.Open.CheckInId).ExecuteUpdateAsync(set => set.SetProperty(row => row.Due, new DateOnly(2020, 1, 1))));
        using var client = await Admin();
        Assert.Contains("1 check-in with 1 interview", await client.GetStringAsync(new Uri("/admin/retention", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("Remove 1 check-in now?", await client.GetStringAsync(new Uri("/admin/retention/remove", UriKind.Relative)), StringComparison.Ordinal);
        await site.With(async db => Assert.True(await db.Interviews.AnyAsync(row => row.Id == portfolio.Open.Id)));
        Assert.Contains("1 check-in removed", await Page(await Site.PressButton(client, "/admin/retention/remove")), StringComparison.Ordinal);
        await site.With(async db =>
        {
            Assert.False(await db.Interviews.AnyAsync(row => row.Id == portfolio.Open.Id));
            Assert.Contains("removed 1 check-ins", (await db.Audit.SingleAsync(entry => entry.Who == Who && entry.Did.StartsWith("removed "))).Did, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_audit_says_whose_transcript_was_opened_and_filters_by_its_address()
    {
        var portfolio = await Seed();
        using var leader = await site.SignedIn("M. Rossi");
        await leader.GetStringAsync(new Uri($"/interviews/{portfolio.Open.Id}", UriKind.Relative));
        using var client = await Admin();
        var opened = await client.GetStringAsync(new Uri("/admin/audit?kind=transcripts&who=M.%20Rossi", UriKind.Relative));
        Assert.Contains($"<a href=\"/interviews/{portfolio.Open.Id}\">Vale Fibra, end user, day 14</a>", opened, StringComparison.Ordinal);
        Assert.Contains("1 entry match", opened, StringComparison.Ordinal);
        var today = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime);
        Assert.Contains("Nothing matches", await client.GetStringAsync(new Uri($"/admin/audit?to={today.AddDays(-1):yyyy-MM-dd}", UriKind.Relative)), StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing matches", await client.GetStringAsync(new Uri($"/admin/audit?from={today:yyyy-MM-dd}&to=nonsense&kind=nonsense&p=999", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_audit_has_pages()
    {
        await site.With(async db =>
        {
            db.AddRange(Enumerable.Range(0, 150).Select(n => new AuditEntry { At = DateTimeOffset.UnixEpoch.AddDays(n), Who = "<b>old</b>", Did = $"closed a flag: {n}" }));
            await db.SaveChangesAsync();
        });
        using var client = await Admin();
        var second = await client.GetStringAsync(new Uri("/admin/audit?kind=flags&p=2", UriKind.Relative));
        Assert.Equal(50, second.Split("closed a flag: ").Length - 1);
        Assert.Contains("href=\"/admin/audit?kind=flags&amp;p=1\"", second, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>old", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Consent_texts_stand_word_for_word_with_their_counts()
    {
        await site.With(async db =>
        {
            db.Add(new ConsentVersion { Hash = new string('a', 64), Text = "I am an AI <interviewer>.\n\nShall we start?", Language = "en", GuideId = "buyer-early", GuideHash = new string('b', 64), FirstShownAt = DateTimeOffset.UnixEpoch });
            db.AddRange(Enumerable.Range(0, 3).Select(_ => new Consent { TextHash = new string('a', 64) }));
            db.Add(new Consent { TextHash = new string('c', 64) });
            await db.SaveChangesAsync();
        });
        using var client = await Admin();
        var html = await client.GetStringAsync(new Uri("/admin/consents", UriKind.Relative));
        foreach (var part in new[] { "3 consents", "I am an AI &lt;interviewer&gt;.", "buyer-early", "1 Jan 1970", "From before texts were kept", "1 consent<" })
        {
            Assert.Contains(part, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_paused_webhook_is_shown_with_its_reason_and_sent_to_again_when_asked()
    {
        Webhook paused = new() { Url = "https://crm.example/hook", Events = "flag.opened", Secret = "sealed", PausedAt = DateTimeOffset.UnixEpoch, PausedBecause = "410 Gone" };
        await site.With(async db =>
        {
            db.Add(paused);
            await db.SaveChangesAsync();
        });
        using var client = await Admin();
        var html = await client.GetStringAsync(new Uri("/admin/webhooks", UriKind.Relative));
        Assert.Contains("paused: 410 Gone", html, StringComparison.Ordinal);
        Assert.DoesNotContain("sealed", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(new Uri("/admin/webhooks?handler=Resume", UriKind.Relative), null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.PressButton(client, "/admin/webhooks", "/admin/webhooks?handler=Resume", ("id", Guid.NewGuid().ToString()))).StatusCode);
        Assert.Contains("sent to again", await Page(await Site.PressButton(client, "/admin/webhooks", "/admin/webhooks?handler=Resume", ("id", paused.Id.ToString()))), StringComparison.Ordinal);
        await site.With(async db =>
        {
            Assert.Null((await db.Webhooks.SingleAsync()).PausedAt);
            Assert.True(await db.Audit.AnyAsync(entry => entry.Who == Who && entry.Subject == paused.Id));
        });
    }

    [Fact]
    public async Task What_models_cost_stands_by_day_role_and_prompt()
    {
        await site.With(async db =>
        {
            db.Add(new ModelCall { At = site.Clock.GetUtcNow(), Provider = "openai", Model = "small", PromptName = "word-move", PromptHash = "0", Outcome = "Answered", Attempts = 2, TokensIn = 1200, TokensOut = 30, CostMicros = 250_000, Milliseconds = 840 });
            await db.SaveChangesAsync();
        });
        using var client = await Admin();
        var html = await client.GetStringAsync(new Uri("/admin/models?days=7", UriKind.Relative));
        foreach (var part in new[] { "1 call in 7 days", "word-move", "1,200", "0.25", "840 ms", "answered 1" })
        {
            Assert.Contains(part, html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_is_done_for_a_form_that_this_server_did_not_make()
    {
        var portfolio = await Seed();
        await site.With(db => db.CheckIns.ExecuteUpdateAsync(set => set.SetProperty(row => row.Due, new DateOnly(2020, 1, 1))));
        using var client = await Admin();
        var person = $"/admin/respondents/{portfolio.Open.RespondentId}";
        Guid session = default, key = Guid.CreateVersion7();
        await site.With(async db =>
        {
            session = await db.StaffSessions.Select(row => row.Id).FirstAsync();
            db.Add(new ApiKey { Id = key, Name = "CRM", SecretHash = "0", Scopes = ApiScopes.AccountsRead });
            await db.SaveChangesAsync();
        });
        foreach (var address in new[] { "/admin/respondents", person + "?handler=Export", person + "/erase", "/admin/retention/remove", $"/admin/sessions/{session}/end", "/admin/keys/new", $"/admin/keys/{key}/revoke" })
        {
            using var form = new FormUrlEncodedContent([new("confirmed", "x"), new("name", "x"), new("scopes", ApiScopes.AccountsRead)]);
            var answer = await client.PostAsync(new Uri(address, UriKind.Relative), form);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{address}: {answer.StatusCode}");
            Assert.Contains("nothing was done", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        await site.With(async db => Assert.Equal((4, 0, 1), (await db.Interviews.CountAsync(), await db.ApiKeys.CountAsync(row => row.RevokedAt != null), await db.StaffSessions.CountAsync(row => row.EndedAt == null))));
    }

    private Task<HttpClient> Admin() => site.SignedIn(Who, ViewerRole.Admin);

    private async Task<Portfolio> Seed()
    {
        Portfolio portfolio = null!;
        await site.With(async db => portfolio = await Portfolio.Seed(db));
        return portfolio;
    }

    private static async Task<string> Page(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    [GeneratedRegex("<h1")]
    private static partial Regex Heading();

    [GeneratedRegex(@"ia_[0-9a-f]{32}\.[A-Za-z0-9_-]{43}")]
    private static partial Regex Key();

    [GeneratedRegex("href=\"(/admin/keys/[^\"]+/revoke)\"")]
    private static partial Regex RevokeLink();

    public void Dispose() => site.Dispose();
}
