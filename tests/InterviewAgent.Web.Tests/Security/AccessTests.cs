using System.Net;
using InterviewAgent.Accounts;
using InterviewAgent.Insights;
using InterviewAgent.Privacy;
using InterviewAgent.Web.Tests.Dashboard;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Tests.Security;

/// <summary>Role by page, both ways: who may is let in, who may not is not. Another manager's account is not there.</summary>
public sealed class AccessTests : IAsyncLifetime, IDisposable
{
    private const string Own = "A. Lind";
    private readonly Site site = new();
    private Portfolio mine = null!;
    private Portfolio others = null!;
    private Guid mineCheckIn, othersCheckIn;

    public Task InitializeAsync() => site.With(async db =>
    {
        mine = await Portfolio.Seed(db, "Vale Fibra");
        others = await Portfolio.Seed(db, "Norrsken Glas");
        await db.Accounts.Where(account => account.Id == others.Account.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Owner, "B. Otherwise"));
        mineCheckIn = await db.CheckIns.Where(row => row.AccountId == mine.Account.Id).Select(row => row.Id).FirstAsync();
        othersCheckIn = await db.CheckIns.Where(row => row.AccountId == others.Account.Id).Select(row => row.Id).FirstAsync();
    });

    /// <summary>200 open, 403 another role's room, 404 not there for this viewer. Columns: leader, manager of the first account, researcher, admin.</summary>
    private IEnumerable<(string Page, int[] Expected)> Table()
    {
        yield return ("/", [200, 200, 403, 200]);
        yield return ("/accounts", [200, 200, 403, 200]);
        yield return ($"/accounts/{mine.Account.Id}", [200, 200, 403, 200]);
        yield return ($"/accounts/{others.Account.Id}", [200, 404, 403, 200]);
        yield return ("/themes", [200, 200, 403, 200]);
        yield return ("/themes/operational.old-workflow", [200, 200, 403, 200]);
        yield return ("/interviews", [200, 200, 200, 200]);
        yield return ($"/interviews/{mine.Open.Id}", [200, 200, 200, 200]);
        yield return ($"/interviews/{others.Open.Id}", [200, 404, 200, 200]);
        yield return ($"/interviews/{mine.Kept.Id}", [404, 404, 404, 404]);
        yield return ("/digest", [200, 200, 403, 200]);
        foreach (var page in new[] { "/evals", "/evals/none/report" })
        {
            yield return (page, [403, 403, page == "/evals" ? 200 : 404, page == "/evals" ? 200 : 404]);
        }
        foreach (var page in new[] { "", "/audit", "/respondents", $"/respondents/{mine.Open.RespondentId}", $"/respondents/{mine.Open.RespondentId}/erase", "/retention", "/retention/remove", "/sessions", "/keys", "/keys/new", "/models", "/webhooks", "/consents" })
        {
            yield return ("/admin" + page, [403, 403, 403, 200]);
        }
        yield return ("/search?q=sheet", [200, 200, 200, 200]);
        yield return ($"/check-ins/{mineCheckIn}/send", [200, 200, 403, 200]);
        yield return ($"/check-ins/{othersCheckIn}/send", [200, 404, 403, 200]);
    }

    [Theory]
    [InlineData(ViewerRole.Leader, 0)]
    [InlineData(ViewerRole.Manager, 1)]
    [InlineData(ViewerRole.Researcher, 2)]
    [InlineData(ViewerRole.Admin, 3)]
    public async Task Each_role_enters_its_rooms_and_no_other(ViewerRole role, int column)
    {
        using var client = await site.SignedIn("Somebody", role, Own);
        foreach (var (page, expected) in Table())
        {
            var answer = await client.GetAsync(new Uri(page, UriKind.Relative));
            var status = answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/sign-in/not-yours", StringComparison.Ordinal)
                ? 403 : (int)answer.StatusCode;
            Assert.True(expected[column] == status, $"{role} at {page}: {status} instead of {expected[column]}");
        }
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

    public void Dispose() => site.Dispose();
}
