using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using InterviewAgent.Web.Tests.Channels;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Tests.Proxies;

public sealed class ProxyTests
{
    [Fact]
    public async Task A_known_proxy_says_scheme_host_and_path_and_the_pages_follow()
    {
        using Site site = new(("Proxy:Known:0", "127.0.0.1"), ("Proxy:Known:1", "::1"));
        var (page, stream, cookie) = await Visit(site, "");
        Assert.StartsWith("wss://bots.example/bot/v3/directline/conversations/", stream, StringComparison.Ordinal);
        Assert.Contains("src=\"/bot/chat.js\"", page, StringComparison.Ordinal);
        Assert.Contains("data-base=\"/bot\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/chat", page, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/bot", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_known_proxies_forwarded_headers_are_air()
    {
        using Site site = new();
        var (page, stream, cookie) = await Visit(site, "");
        Assert.StartsWith("ws://127.0.0.1:", stream, StringComparison.Ordinal);
        Assert.Contains("src=\"/chat.js\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("; secure", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_is_not_believed_where_a_proxy_is_known()
    {
        using Site site = new(("Proxy:Known:0", "192.0.2.1"), ("Proxy:KnownNetworks:0", "198.51.100.0/24"));
        var (_, stream, _) = await Visit(site, "");
        Assert.StartsWith("ws://127.0.0.1:", stream, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_a_path_base_every_address_carries_it()
    {
        using Site site = new(("Proxy:PathBase", "/bot"));
        var (page, stream, _) = await Visit(site, "/bot");
        Assert.Contains("/bot/v3/directline/conversations/", stream, StringComparison.Ordinal);
        Assert.Contains("href=\"/bot/chat.css\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Proxy:Known:0", "proxy.example")]
    [InlineData("Proxy:KnownNetworks:0", "10.0.0.0")]
    [InlineData("Proxy:PathBase", "bot/")]
    [InlineData("Proxy:Knwon:0", "127.0.0.1")]
    public void A_wrong_setting_stops_the_start(string key, string value)
    {
        using Site site = new((key, value));
        Assert.ThrowsAny<Exception>(() => site.CreateClient());
    }

    /// <summary>Opens a link as a browser behind a proxy would: the page, the address of its stream, and the cookie as it was set.</summary>
    private static async Task<(string Page, string Stream, string Cookie)> Visit(Site site, string under)
    {
        var address = site.Listen();
        var invited = await Invited.To(site);
        using HttpClient browser = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        foreach (var (name, value) in new[] { ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "bots.example"), ("X-Forwarded-Prefix", "/bot"), ("X-Forwarded-For", "203.0.113.9") })
        {
            browser.DefaultRequestHeaders.Add(name, value);
        }

        var opened = await browser.PostAsync(new Uri(address + under + invited.Path), null);
        Assert.Equal(HttpStatusCode.Redirect, opened.StatusCode);
        var cookie = Assert.Single(opened.Headers.GetValues("Set-Cookie"));
        browser.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        var page = await browser.GetStringAsync(new Uri(address + under + "/chat"));
        var token = await (await browser.PostAsync(new Uri(address + under + "/chat/token"), null)).Content.ReadFromJsonAsync<JsonElement>();
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        var started = await browser.PostAsJsonAsync(new Uri(address + under + "/v3/directline/conversations"), new { });
        var stream = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("streamUrl").GetString()!;
        return (page, stream, cookie);
    }
}
