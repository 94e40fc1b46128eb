using System.Text.RegularExpressions;
using InterviewAgent.Web.Tests.Channels.Connector;
using static InterviewAgent.Web.Tests.Channels.Teams.TeamsSite;

namespace InterviewAgent.Web.Tests.Channels.Teams;

public sealed partial class ConnectPageTests
{
    [Fact]
    public async Task The_page_behind_the_personal_link_shows_a_code_that_connects_the_chat()
    {
        await using var site = await Start(known: false);
        var browser = await Open(site);
        Assert.Contains("Go on in Teams", await browser.GetStringAsync(new Uri("/chat", UriKind.Relative)), StringComparison.Ordinal);
        Assert.DoesNotMatch(Code(), await browser.GetStringAsync(new Uri("/chat/teams", UriKind.Relative)));
        var page = await (await browser.PostAsync(new Uri("/chat/teams", UriKind.Relative), null)).Content.ReadAsStringAsync();
        var code = Code().Match(page).Value;
        Assert.Contains($"https://teams.microsoft.com/l/chat/0/0?users=28%3A{SignedChannel.AppId}&amp;message={code}", page, StringComparison.Ordinal);
        await site.Say(code);
        Assert.Contains("Shall we start?", WordsOf(site.Last), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_that_may_not_read_earlier_answers_gets_no_code()
    {
        await using var site = await Start(known: false);
        await Open(site);
        var stranger = await Open(site);
        var page = await (await stranger.PostAsync(new Uri("/chat/teams", UriKind.Relative), null)).Content.ReadAsStringAsync();
        Assert.DoesNotMatch(Code(), page);
        Assert.Contains("/chat/code", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_bot_nothing_leads_to_one()
    {
        using Site site = new();
        var browser = await (await Invited.To(site)).Opens();
        Assert.DoesNotContain("Go on in Teams", await browser.GetStringAsync(new Uri("/chat", UriKind.Relative)), StringComparison.Ordinal);
        Assert.DoesNotMatch(Code(), await (await browser.PostAsync(new Uri("/chat/teams", UriKind.Relative), null)).Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/privacy", "What check-in interviews keep")]
    [InlineData("/terms", "Taking part is voluntary")]
    public async Task The_pages_that_the_app_package_names_are_there_for_everybody(string path, string words)
    {
        using Site site = new();
        Assert.Contains(words, await site.Stranger().GetStringAsync(new Uri(path, UriKind.Relative)), StringComparison.Ordinal);
    }

    private static async Task<HttpClient> Open(TeamsSite site)
    {
        var browser = site.Site.Stranger();
        await browser.PostAsync(new Uri(await site.Link(), UriKind.Relative), null);
        return browser;
    }

    [GeneratedRegex("[0-9A-Z]{5}-[0-9A-Z]{5}")]
    private static partial Regex Code();
}
