using System.Net;
using InterviewAgent.Accounts;
using InterviewAgent.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Tests.Dashboard;

public sealed class OverviewFilterTests : IDisposable
{
    private static readonly string[] Names = ["Ada", "Bora", "Ceto", "Dione", "Eris", "Fenja"];
    private readonly Site site = new();

    [Theory]
    [InlineData("segment=small", "Bora")]
    [InlineData("owner=M. Sato", "Ceto")]
    [InlineData("week=15-30", "Dione")]
    [InlineData("week=later&owner=A. Lind", "Eris")]
    public async Task A_filter_in_the_address_leaves_its_accounts_their_flags_and_their_themes(string filter, string only)
    {
        await Accounts();
        await site.Rebuilt();
        await site.With(db => db.Flags.Where(flag => flag.ClosedAt != null).ExecuteUpdateAsync(flag => flag.SetProperty(row => row.ClosedAt, (DateTimeOffset?)null)));
        var html = await Page("/?" + filter);
        Assert.Contains("1 of 1 account", html, StringComparison.Ordinal);
        Assert.Equal(1, html.Split("id=\"flag-").Length - 1);
        Assert.Contains(only, html, StringComparison.Ordinal);
        Assert.All(Names.Where(name => name != only), name => Assert.DoesNotContain(name, html, StringComparison.Ordinal));
        Assert.Matches("(?s)<th scope=\"row\"><a href=\"/themes/[^>]+>[^<]+</a></th>\\s*<td class=\"n\">1</td>\\s*<td class=\"n\">1", html);
        var list = await Page("/accounts?" + filter);
        Assert.Contains("1 account match", list, StringComparison.Ordinal);
        Assert.Contains($">{only}</a>", list, StringComparison.Ordinal);
        Assert.Contains("selected=\"selected\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bäckerei Österle", "Bäckerei Österle")]
    [InlineData("Bäckerei Österle", "bäckerei")]
    [InlineData("Bäckerei Österle", "ÖSTERLE")]
    [InlineData("Bäckerei Österle", "österle")]
    [InlineData("äöü Werke", "ÄÖÜ werke")]
    [InlineData("Bakery", "BAKE")]
    public async Task An_account_is_found_by_small_and_large_letters_of_any_kind(string name, string typed)
    {
        await site.With(db => Portfolio.Seed(db, name));
        Assert.Contains("1 account match", await Page("/accounts?q=" + Uri.EscapeDataString(typed)), StringComparison.Ordinal);
        Assert.Contains("No account matches", await Page("/accounts?q=" + Uri.EscapeDataString(typed + "x")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_combine_and_what_the_quadrant_counts_opens_with_them()
    {
        await Accounts();
        var html = WebUtility.HtmlDecode(await Page("/?segment=mid-market&week=61-90&owner=A.%20Lind"));
        Assert.Contains("2 of 2 accounts", html, StringComparison.Ordinal);
        Assert.Contains("/accounts?segment=mid-market&owner=A. Lind&week=61-90&voice=not-enough", Uri.UnescapeDataString(html), StringComparison.Ordinal);
        Assert.Contains("0 of 0 accounts", await Page("/?segment=small&week=later"), StringComparison.Ordinal);
        Assert.Contains("6 of 6 accounts", await Page("/?week=%3Cscript%3E&role=emperor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_enough_people_have_is_told_and_who_of_them_is_silent_is_not()
    {
        await Accounts();
        var html = await Page("/?role=sponsor");
        Assert.Contains("(sponsor) from", html, StringComparison.Ordinal);
        Assert.Contains("(6 people). Who of them has gone quiet: hidden to protect.", html, StringComparison.Ordinal);
        Assert.Contains("they follow the other filters and not the role", html, StringComparison.Ordinal);
        Assert.DoesNotContain("nobody heard yet", html, StringComparison.Ordinal);
        var list = await Page("/accounts?role=sponsor&voice=heard&sort=people");
        Assert.Contains("6 accounts match", list, StringComparison.Ordinal);
        Assert.DoesNotContain("quiet</span>", list, StringComparison.Ordinal);
        Assert.DoesNotMatch("data-label=\"People\" class=\"n\">[0-9]", list);
        Assert.Equal(await Rows("/accounts?role=sponsor&voice=none"), await Rows("/accounts?role=sponsor&voice=not-enough"));
    }

    [Fact]
    public async Task A_role_that_one_person_has_is_hidden_to_protect_and_never_zero()
    {
        await site.With(db => Portfolio.Seed(db));
        foreach (var role in new[] { "sponsor", "buyer" })
        {
            var html = await Page($"/?role={role}");
            Assert.Contains($"({role}) in 1 account: hidden to protect.", html, StringComparison.Ordinal);
            Assert.Contains("Hidden to protect: too few people of this role.", html, StringComparison.Ordinal);
            Assert.DoesNotContain("0 people", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_view_that_leaves_one_person_when_taken_from_a_wider_one_is_hidden()
    {
        await Accounts();
        Assert.Contains("hidden to protect", await Page("/?role=sponsor&segment=mid-market"), StringComparison.Ordinal);
        Assert.DoesNotContain("5 people", await Page("/?role=sponsor&segment=mid-market"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manager_filters_within_their_own_accounts()
    {
        await Accounts();
        using var client = await site.SignedIn("M. Sato", ViewerRole.Manager, "M. Sato");
        Assert.Contains("1 of 1 account", await client.GetStringAsync(new Uri("/?segment=mid-market", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("0 of 0 accounts", await client.GetStringAsync(new Uri("/?owner=A.%20Lind", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_a_list_are_cut_by_the_store_and_hold_every_account_once()
    {
        await site.With(async db =>
        {
            db.Accounts.AddRange(Enumerable.Range(0, 230).Select(n => new Account { ExternalId = $"x-{n}", Name = $"Many {n:000}", ContractSignedOn = new DateOnly(2026, 1, 1) }));
            await db.SaveChangesAsync();
        });
        List<string> seen = [];
        foreach (var page in new[] { 1, 2, 3, 99 })
        {
            seen.AddRange(System.Text.RegularExpressions.Regex.Matches(await Page($"/accounts?sort=-name&p={page}"), "Many [0-9]{3}").Select(match => match.Value));
        }
        Assert.Equal(230, seen.Distinct().Count());
        Assert.Equal(seen.Take(230).OrderDescending(StringComparer.Ordinal), seen.Take(230));
    }

    /// <summary>Six alike, but for one thing each.</summary>
    private async Task Accounts()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        foreach (var name in Names)
        {
            await site.With(db => Portfolio.Seed(db, name));
        }
        await site.With(async db =>
        {
            await db.Accounts.Where(account => account.Name == "Bora").ExecuteUpdateAsync(row => row.SetProperty(account => account.Segment, "small"));
            await db.Accounts.Where(account => account.Name == "Ceto").ExecuteUpdateAsync(row => row.SetProperty(account => account.Owner, "M. Sato"));
            await db.Flags.Where(flag => db.Accounts.Any(account => account.Id == flag.AccountId && account.Name == "Ceto")).ExecuteUpdateAsync(row => row.SetProperty(flag => flag.Owner, "M. Sato"));
            await db.Accounts.Where(account => account.Name == "Dione").ExecuteUpdateAsync(row => row.SetProperty(account => account.ContractSignedOn, today.AddDays(-20)));
            await db.Accounts.Where(account => account.Name == "Eris").ExecuteUpdateAsync(row => row.SetProperty(account => account.ContractSignedOn, today.AddDays(-200)));
        });
    }

    private async Task<string> Page(string path)
    {
        using var client = await site.SignedIn();
        return await client.GetStringAsync(new Uri(path, UriKind.Relative));
    }

    private async Task<int> Rows(string path) => (await Page(path)).Split("scope=\"row\"").Length;

    public void Dispose() => site.Dispose();
}
