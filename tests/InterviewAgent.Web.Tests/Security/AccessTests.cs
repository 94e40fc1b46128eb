using System.Net;
using System.Net.Http.Json;
using InterviewAgent.Insights;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Staff.ApiKeys;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Access;
using InterviewAgent.Web.Tests.Dashboard;
using InterviewAgent.Webhooks;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Security;

/// <summary>Role by page, both ways: who may is let in, who may not is not. Another manager's account is not there.</summary>
public sealed class AccessTests : IAsyncLifetime, IDisposable
{
    private const string Own = "A. Lind";
    private readonly KeptRuns runs = KeptRuns.Write();
    private readonly Site site;
    private Portfolio mine = null!;
    private Portfolio others = null!;
    private Guid mineCheckIn, othersCheckIn, key, session;

    public AccessTests() => site = new Site(("Evals:Folder", runs.Folder));

    public Task InitializeAsync() => site.With(async db =>
    {
        mine = await Portfolio.Seed(db, "Vale Fibra");
        others = await Portfolio.Seed(db, "Norrsken Glas");
        await db.Accounts.Where(account => account.Id == others.Account.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Owner, "B. Otherwise"));
        mineCheckIn = await db.CheckIns.Where(row => row.AccountId == mine.Account.Id).Select(row => row.Id).FirstAsync();
        othersCheckIn = await db.CheckIns.Where(row => row.AccountId == others.Account.Id).Select(row => row.Id).FirstAsync();
        await new ApiKeyDoor(db, TimeProvider.System).Create("a key", [ApiScopes.FlagsRead], null, "test");
        key = await db.ApiKeys.Select(row => row.Id).SingleAsync();
        session = await new InterviewAgent.Privacy.Staff.StaffSessions(db, TimeProvider.System).Begin(new("Another", ViewerRole.Leader), "link");
    });

    /// <summary>Every cell of src/ACCESS.md's table of pages.</summary>
    [Theory]
    [InlineData(ViewerRole.Leader, "leader")]
    [InlineData(ViewerRole.Manager, "manager")]
    [InlineData(ViewerRole.Researcher, "researcher")]
    [InlineData(ViewerRole.Admin, "admin")]
    public async Task Each_role_enters_its_rooms_and_no_other(ViewerRole role, string column)
    {
        using var client = await site.SignedIn("Somebody", role, Own);
        foreach (var (page, cells) in AccessTable.Of("Pages"))
        {
            foreach (var (name, expected) in cells.Where(cell => cell.Key.Split(',')[0] == column))
            {
                foreach (var of in name.EndsWith("other", StringComparison.Ordinal) ? [others] : name.EndsWith("own", StringComparison.Ordinal) ? [mine] : new[] { mine, others })
                {
                    var answer = await client.GetAsync(new Uri(Address(page, of), UriKind.Relative));
                    var status = answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/sign-in/not-yours", StringComparison.Ordinal)
                        ? 403 : (int)answer.StatusCode;
                    Assert.True(expected == $"{status}", $"{name} at {page}: {status} instead of {expected}");
                    var html = await answer.Content.ReadAsStringAsync();
                    Assert.True(role != ViewerRole.Manager || !html.Contains("Norrsken", StringComparison.Ordinal), $"{name} at {page} reads of another's account");
                    // A record's own page says whose it is, except to a researcher, who learns of no name.
                    Assert.True(expected != "200" || role == ViewerRole.Researcher || !page.Contains("{id", StringComparison.Ordinal) || page.StartsWith("/admin", StringComparison.Ordinal) || html.Contains(of.Account.Name, StringComparison.Ordinal), $"{name} at {page} is empty");
                }
            }
        }
    }

    [Fact]
    public void Every_page_and_address_is_in_the_table()
    {
        var closed = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && !endpoint.RoutePattern.RawText!.Contains("**", StringComparison.Ordinal)).ToList();
        string Path(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        var api = closed.Where(endpoint => Path(endpoint).StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {Path(endpoint)}"));
        Assert.Equal(api.Order(StringComparer.Ordinal), AccessTable.Of("API").Select(row => row.What).Order(StringComparer.Ordinal));
        // Razor keeps a page's second address, "/Index" of its folder, out of routing: each page has the one it says.
        var pages = closed.Select(Path).Where(path => !path.StartsWith("/api/", StringComparison.Ordinal)).Distinct();
        Assert.Equal(pages.Order(StringComparer.Ordinal), AccessTable.Of("Pages").Select(row => row.What).Order(StringComparer.Ordinal));
    }

    /// <summary>Every cell of src/ACCESS.md's table of the API.</summary>
    [Fact]
    public async Task Each_key_reaches_what_its_scope_and_owner_say()
    {
        foreach (var (what, cells) in AccessTable.Of("API"))
        {
            var scope = cells["scope"];
            foreach (var (name, expected) in cells.Where(cell => cell.Key != "scope"))
            {
                using var client = name == "no key" ? site.Stranger() : await WithKey(
                    name == "other scopes" ? [.. ApiScopes.All.Where(one => one != scope)] : [scope], name.StartsWith("key of one owner", StringComparison.Ordinal) ? Own : null);
                var of = name.EndsWith("other", StringComparison.Ordinal) ? others : mine;
                var (status, text, row) = await Call(client, what, of);
                // A list has no address of one account: another's rows are not in it.
                var isThere = !what.StartsWith("GET", StringComparison.Ordinal) || text.Contains(row.ToString(), StringComparison.Ordinal);
                var seen = status == 200 && !isThere ? 404 : status;
                Assert.True(expected == $"{seen}", $"{name} at {what}: {seen} instead of {expected}");
            }
        }
    }

    [Fact]
    public async Task No_form_of_a_manager_changes_another_ones_account()
    {
        using var manager = await site.SignedIn("Somebody", ViewerRole.Manager, Own);
        await Site.PressButton(manager, "/", "/flags?handler=Assign", ("id", others.Flag.Id.ToString()), ("owner", "Taken"));
        await Site.PressButton(manager, "/", "/?handler=Outcome", ("id", others.Flag.Id.ToString()), ("outcome", nameof(FlagOutcome.Acted)));
        Assert.Equal(HttpStatusCode.NotFound, (await Site.PressButton(manager, "/", "/flags?handler=Example", ("account", others.Account.Id.ToString()), ("expected", "Should"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.PressButton(manager, "/", $"/check-ins/{othersCheckIn}/send")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Site.PressButton(manager, "/", $"/flags/{others.Flag.Id}/note")).StatusCode);
        await site.With(async db =>
        {
            var flag = await db.Flags.AsNoTracking().SingleAsync(row => row.Id == others.Flag.Id);
            Assert.Equal((null, null), (flag.Owner, flag.Outcome));
            Assert.Empty(await db.FlagExamples.ToListAsync());
        });
    }

    [Fact]
    public async Task An_interview_kept_to_totals_is_there_for_nobody()
    {
        foreach (var role in Enum.GetValues<ViewerRole>())
        {
            using var client = await site.SignedIn("Somebody", role, Own);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri($"/interviews/{mine.Kept.Id}", UriKind.Relative))).StatusCode);
        }
    }

    private string Address(string page, Portfolio of) => page switch
    {
        ['/', 'a', 'c', 'c', ..] => page.Replace("{id:guid}", of.Account.Id.ToString(), StringComparison.Ordinal),
        ['/', 'a', 'd', 'm', ..] => page.Replace("{id:guid}", (page.Contains("/keys/", StringComparison.Ordinal) ? key : page.Contains("/sessions/", StringComparison.Ordinal) ? session : of.Open.RespondentId).ToString(), StringComparison.Ordinal),
        ['/', 'e', 'v', 'a', ..] => page.EndsWith("/compare", StringComparison.Ordinal) ? page + "?before=before&after=after" : page.Replace("{name}", "after", StringComparison.Ordinal),
        ['/', 'f', 'l', 'a', ..] => page.Replace("{id:guid}", of.Flag.Id.ToString(), StringComparison.Ordinal),
        ['/', 'i', 'n', 't', ..] => page.Replace("{id:guid}", of.Open.Id.ToString(), StringComparison.Ordinal),
        ['/', 'c', 'h', 'e', ..] => page.Replace("{id:guid}", (of == mine ? mineCheckIn : othersCheckIn).ToString(), StringComparison.Ordinal),
        ['/', 't', 'h', 'e', ..] => page.Contains('{', StringComparison.Ordinal) ? "/themes/operational.old-workflow" : page,
        "/search" => "/search?q=sheet",
        _ => page.Contains('{', StringComparison.Ordinal) ? throw new InvalidOperationException($"Say here what fills {page}.") : page,
    };

    private async Task<HttpClient> WithKey(IReadOnlyCollection<string> scopes, string? owner)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var client = site.Stranger();
        client.DefaultRequestHeaders.Authorization = new("Bearer", await scope.ServiceProvider.GetRequiredService<ApiKeyDoor>().Create("table", scopes, owner, "test"));
        return client;
    }

    /// <returns>With the id of what belongs to that account in a list.</returns>
    private async Task<(int Status, string Text, Guid Row)> Call(HttpClient client, string what, Portfolio of)
    {
        var owner = of == mine ? Own : "B. Otherwise";
        var row = of.Account.Id;
        await using (var scope = site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<InterviewAgentDb>();
            await db.Webhooks.ExecuteDeleteAsync();
            await db.Flags.ExecuteUpdateAsync(set => set.SetProperty(flag => flag.Outcome, (FlagOutcome?)null).SetProperty(flag => flag.ClosedAt, (DateTimeOffset?)null));
            if (what.Contains("/webhooks", StringComparison.Ordinal))
            {
                (row, _) = await scope.ServiceProvider.GetRequiredService<Subscriptions>().Add("https://hooks.example.org/in", ["flag.opened"], owner, "test", CancellationToken.None);
            }
            if (what.Contains("/digests", StringComparison.Ordinal))
            {
                Digest digest = new() { For = DigestAudience.Key(owner), Week = new(2026, 3, 2), Since = new(2026, 2, 23), Numbers = "{}" };
                await db.Digests.ExecuteDeleteAsync();
                db.Add(digest);
                await db.SaveChangesAsync();
                row = digest.Id;
            }
        }
        var id = what.Contains("/flags/", StringComparison.Ordinal) ? of.Flag.Id : row;
        using HttpRequestMessage request = new(new HttpMethod(what.Split(' ')[0]), new Uri(what.Split(' ')[1].Replace("{id:guid}", id.ToString(), StringComparison.Ordinal), UriKind.Relative));
        request.Content = what switch
        {
            "POST /api/imports" => new StringContent("id,name,contract_signed_on\nnew-1,Fenwright,2026-03-02\n", System.Text.Encoding.UTF8, "text/csv"),
            "POST /api/webhooks" => JsonContent.Create(new { url = "https://hooks.example.org/new", events = new[] { "flag.opened" }, owner }),
            "POST /api/flags/{id:guid}/outcome" => JsonContent.Create(new { outcome = "Acted" }),
            _ => null,
        };
        var answer = await client.SendAsync(request);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(), row);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/accounts")]
    [InlineData("/digest")]
    [InlineData("/themes")]
    [InlineData("/themes/operational.old-workflow")]
    [InlineData("/interviews")]
    public async Task No_list_of_a_manager_names_another_ones_account(string page)
    {
        using var manager = await site.SignedIn("Somebody", ViewerRole.Manager, Own);
        using var leader = await site.SignedIn();
        Assert.DoesNotContain("Norrsken", await manager.GetStringAsync(new Uri(page, UriKind.Relative)), StringComparison.Ordinal);
        if (!page.StartsWith("/themes", StringComparison.Ordinal)) // Themes come from sums that a sweep makes: nothing is seeded there.
        {
            Assert.Contains("Norrsken", await leader.GetStringAsync(new Uri(page, UriKind.Relative)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_manager_without_accounts_sees_none()
    {
        using var client = await site.SignedIn("New", ViewerRole.Manager, "C. New");
        Assert.DoesNotContain("Vale Fibra", await client.GetStringAsync(new Uri("/accounts", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_cannot_close_another_ones_flag()
    {
        using var client = await site.SignedIn("Somebody", ViewerRole.Manager, Own);
        foreach (var (flag, closed) in new[] { (others.Flag.Id, false), (mine.Flag.Id, true) })
        {
            await Site.PressButton(client, "/", "/?handler=Outcome", ("id", flag.ToString()), ("outcome", nameof(FlagOutcome.Acted)));
            await site.With(async db => Assert.Equal(closed, (await db.Flags.AsNoTracking().SingleAsync(row => row.Id == flag)).Outcome is not null));
        }
    }

    [Theory]
    [InlineData("/interviews")]
    [InlineData("/interviews/{0}")]
    public async Task A_researcher_reads_no_name_of_an_account_or_a_person(string page)
    {
        using var client = await site.SignedIn("Researcher", ViewerRole.Researcher);
        var html = await client.GetStringAsync(new Uri(page.Replace("{0}", mine.Open.Id.ToString(), StringComparison.Ordinal), UriKind.Relative));
        Assert.DoesNotContain("Vale Fibra", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Duarte", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revoked_session_ends_with_the_next_click()
    {
        using var client = await site.SignedIn("Leaver", ViewerRole.Leader);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/", UriKind.Relative))).StatusCode);
        await site.With(db => new InterviewAgent.Privacy.Staff.StaffSessions(db, TimeProvider.System).Revoke("Leaver", "admin"));
        Assert.Contains("/sign-in", (await client.GetAsync(new Uri("/", UriKind.Relative))).Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_after_its_days_whatever_is_clicked()
    {
        using var client = await site.SignedIn();
        for (var day = 0; day < 8; day++)
        {
            for (var click = 0; click < 4; click++)
            {
                site.Clock.SetOn(TimeSpan.FromHours(6));
                await client.GetAsync(new Uri("/", UriKind.Relative));
            }
        }
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(new Uri("/", UriKind.Relative))).StatusCode);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        site.Dispose();
        runs.Dispose();
    }
}
