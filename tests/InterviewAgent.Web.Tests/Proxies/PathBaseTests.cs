using System.Net;
using System.Text.Json;
using InterviewAgent.Insights;
using InterviewAgent.Privacy;
using InterviewAgent.Web.Tests.Channels;
using InterviewAgent.Web.Tests.Dashboard;

namespace InterviewAgent.Web.Tests.Proxies;

/// <summary>The whole application mounted under a path that is one of its own rooms' names as well.</summary>
public sealed class PathBaseTests : IAsyncLifetime, IDisposable
{
    private const string Mount = "/interviews";
    private readonly Site site = new(("Proxy:PathBase", Mount), ("Links:PublicAddress", "http://localhost/interviews/"));
    private Portfolio portfolio = null!;

    public async Task InitializeAsync()
    {
        await site.With(async db => portfolio = await Portfolio.Seed(db));
        await site.Rebuilt();
    }

    [Theory]
    [InlineData(ViewerRole.Leader, "/", "/accounts", "/accounts/oversell", "/themes", "/interviews", "/digest", "/flags", "/search?q=sheet", "/sign-out", "/sign-in")]
    [InlineData(ViewerRole.Admin, "/", "/admin")]
    [InlineData(ViewerRole.Researcher, "/evals", "/interviews", "/search?q=sheet")]
    public async Task No_address_on_any_page_leaves_the_path(ViewerRole role, params string[] pages)
    {
        using var client = await Enter(role);
        var seen = await Crawl.From(client, Mount, pages);
        Assert.Contains(seen.Keys, page => page.StartsWith(Mount + "/interviews/", StringComparison.Ordinal));
        Assert.All(seen.Values.Where(text => text.StartsWith("<!doctype html>", StringComparison.Ordinal)), html => Assert.Contains($"href=\"{Mount}/site.css\"", html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_redirect_of_a_page_stays_under_the_path_and_so_do_the_cookies()
    {
        using var stranger = site.Stranger();
        Assert.EndsWith($"{Mount}/sign-in?to=%2Finterviews%2Faccounts", await Where(stranger.GetAsync(At("/accounts"))), StringComparison.Ordinal);

        using var client = await Enter(ViewerRole.Leader);
        var closed = await Site.PressButton(client, Mount + "/sign-out", Mount + "/?handler=Outcome",
            ("id", portfolio.Flag.Id.ToString()), ("outcome", nameof(FlagOutcome.Acted)), ("back", $"/accounts/{portfolio.Account.Id}"));
        Assert.StartsWith($"{Mount}/accounts/{portfolio.Account.Id}?closed=", closed.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(Mount + "/sign-in", (await Site.PressButton(client, Mount + "/sign-out")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_page_that_is_not_there_leads_back_under_the_path()
    {
        using var client = await Enter(ViewerRole.Leader);
        var html = await (await client.GetAsync(At("/nothing-here"))).Content.ReadAsStringAsync();
        Assert.Contains($"href=\"{Mount}/\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_respondent_opens_stays_under_the_path()
    {
        var invited = await Invited.To(site);
        Assert.StartsWith(Mount + "/i/", invited.Path, StringComparison.Ordinal);
        using var browser = site.Stranger();
        var opened = await browser.PostAsync(new Uri(invited.Path, UriKind.Relative), null);
        Assert.Equal(Mount + "/chat", opened.Headers.Location?.OriginalString);
        Assert.Contains("path=" + Mount, Assert.Single(opened.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        foreach (var page in new[] { "/chat", "/chat/plain", "/chat/code" })
        {
            var html = await browser.GetStringAsync(At(page));
            Assert.DoesNotMatch("""(href|src|action)="/(?!interviews/)""", html);
        }
    }

    [Fact]
    public async Task The_API_says_where_it_is()
    {
        using var client = site.Stranger();
        var document = await client.GetStringAsync(At("/api/openapi.json"));
        Assert.EndsWith(Mount, JsonDocument.Parse(document).RootElement.GetProperty("servers")[0].GetProperty("url").GetString()!.TrimEnd('/'), StringComparison.Ordinal);
    }

    private async Task<HttpClient> Enter(ViewerRole role)
    {
        var client = site.Stranger();
        var entered = await Site.PressButton(client, $"{Mount}/sign-in/{await site.NewSignInToken(role: role)}");
        Assert.Equal(Mount + (role == ViewerRole.Researcher ? "/evals" : "/"), entered.Headers.Location!.OriginalString);
        Assert.All(entered.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("path=" + Mount, cookie, StringComparison.Ordinal));
        return client;
    }

    private static Uri At(string page) => new(Mount + page, UriKind.Relative);

    private static async Task<string> Where(Task<HttpResponseMessage> asked)
    {
        var answer = await asked;
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.OriginalString;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => site.Dispose();
}
