using System.Net;
using System.Text.RegularExpressions;
using InterviewAgent.Privacy;

namespace InterviewAgent.Web.Tests.Dashboard;

/// <summary>A walk through every page that a role can reach by links, on a fresh store and on one with words in it.</summary>
public sealed partial class EveryRoomTests : IDisposable
{
    private readonly Site site = new(("Evals:Folder", "/nowhere/at/all"));

    [Theory]
    [InlineData(ViewerRole.Leader, "/", "Today Accounts Themes Interviews Search Digest")]
    [InlineData(ViewerRole.Manager, "/", "Today Accounts Themes Interviews Search Digest")]
    [InlineData(ViewerRole.Researcher, "/evals", "Interviews Search Evals")]
    [InlineData(ViewerRole.Admin, "/", "Today Accounts Themes Interviews Search Digest Evals Admin")]
    public async Task On_a_fresh_store_each_role_sees_its_rooms_and_each_says_what_comes_next(ViewerRole role, string home, string rooms)
    {
        using var client = site.Stranger();
        var entered = await Site.PressButton(client, $"/sign-in/{await site.NewSignInToken("Somebody", role, "A. Lind")}");
        Assert.Equal(home, entered.Headers.Location!.ToString());
        var pages = await Crawl.From(client, "", home);
        Assert.Equal(rooms, string.Join(' ', Room().Matches(Navigation().Match(pages[home]).Value).Select(room => room.Groups[1].Value)));
        foreach (var (path, html) in pages)
        {
            Assert.True(Heading().Count(html) == 1, $"{path} has {Heading().Count(html)} headings of the first rank");
        }

        foreach (var path in pages.Keys.Where(path => path is "/accounts" or "/themes" or "/interviews" or "/evals" or "/admin/consents" or "/admin/keys" or "/admin/models"))
        {
            Assert.True(pages[path].Contains("class=\"empty\"", StringComparison.Ordinal), path);
        }
    }

    [Fact]
    public async Task A_researcher_follows_every_link_and_meets_no_name()
    {
        await site.With(db => Portfolio.Seed(db));
        using var client = await site.SignedIn("Somebody", ViewerRole.Researcher);
        var pages = await Crawl.From(client, "", "/evals", "/search?q=sheet", "/search?q=board");
        Assert.Contains(pages.Keys, path => path.StartsWith("/interviews/", StringComparison.Ordinal));
        foreach (var (path, html) in pages)
        {
            foreach (var name in new[] { "Vale Fibra", "Duarte", "Okafor", "Meyer", "A. Lind", "Quillfeather" })
            {
                Assert.False(html.Contains(name, StringComparison.OrdinalIgnoreCase), $"{path} names {name}");
            }
        }
    }

    [Fact]
    public async Task An_address_that_is_not_there_and_a_closed_room_lead_to_ones_own()
    {
        using var client = await site.SignedIn("Somebody", ViewerRole.Researcher);
        Assert.Contains("href=\"/evals\"", await (await client.GetAsync(new Uri("/nowhere", UriKind.Relative))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var closed = await client.GetAsync(new Uri("/accounts", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        var door = await client.GetAsync(closed.Headers.Location);
        Assert.Equal(HttpStatusCode.Forbidden, door.StatusCode);
        Assert.Contains("href=\"/evals\"", await door.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_signed_in_is_told_that_it_has_ended_and_a_stranger_is_not()
    {
        using var client = await site.SignedIn();
        site.Clock.SetOn(TimeSpan.FromDays(10));
        var door = await client.GetAsync(new Uri("/accounts", UriKind.Relative));
        Assert.Contains("Your session has ended", await client.GetStringAsync(door.Headers.Location), StringComparison.Ordinal);
        using var stranger = site.Stranger();
        var first = await stranger.GetAsync(new Uri("/accounts", UriKind.Relative));
        Assert.DoesNotContain("has ended", await stranger.GetStringAsync(first.Headers.Location), StringComparison.Ordinal);
    }

    [GeneratedRegex("""(?s)<nav aria-label="Rooms">.*?</nav>""")]
    private static partial Regex Navigation();

    [GeneratedRegex("<a [^>]*>([^<]+)</a>")]
    private static partial Regex Room();

    [GeneratedRegex("<h1")]
    private static partial Regex Heading();

    public void Dispose() => site.Dispose();
}
