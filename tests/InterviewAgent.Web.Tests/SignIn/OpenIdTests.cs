using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using InterviewAgent.Privacy;
using InterviewAgent.Web.Tests.Channels.Conformance;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Tests.SignIn;

/// <summary>Sign-in through a real provider (npm oidc-provider), redirect by redirect as a browser goes.</summary>
public sealed partial class OpenIdTests : IAsyncLifetime, IDisposable
{
    private const string SecretVariable = "INTERVIEW_AGENT_OIDC_SECRET";
    private Site site = null!;
    private Process provider = null!;
    private string address = "";

    public async Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable(SecretVariable, "a-secret-of-the-tests");
        var port = FreePort();
        provider = Node.Start("provider.mjs", "dashboard", $"http://127.0.0.1:{port}/sign-in/returned");
        var issuer = await provider.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(string.IsNullOrEmpty(issuer), "The provider did not start: npm ci --ignore-scripts in tests/conformance.");
        site = new Site(
            ("OpenIdConnect:Authority", issuer!), ("OpenIdConnect:ClientId", "dashboard"), ("OpenIdConnect:OwnerClaim", "name"), ("OpenIdConnect:Roles:leader", "Leader"),
            ("OpenIdConnect:Roles:manager", "Manager"), ("OpenIdConnect:Roles:researcher", "Researcher"));
        site.UseKestrel(port);
        site.StartServer();
        address = $"http://127.0.0.1:{port}";
    }

    [Theory]
    [InlineData("leader@x", "/", ViewerRole.Leader, null)]
    [InlineData("two@x", "/accounts", ViewerRole.Leader, null)]
    [InlineData("manager@x", "/themes", ViewerRole.Manager, "Name of manager")]
    [InlineData("researcher@x", "/interviews", ViewerRole.Researcher, null)]
    public async Task A_person_enters_with_the_role_the_provider_gives_them(string who, string wanted, ViewerRole role, string? owner)
    {
        using var browser = Browser();
        var page = await SignIn(browser, $"/sign-in/provider?to={wanted}", who);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(wanted, page.RequestMessage!.RequestUri!.AbsolutePath);
        await site.With(async db =>
        {
            var session = await db.StaffSessions.SingleAsync(row => row.Who == who);
            Assert.Equal(role, session.Role);
            Assert.Equal(owner ?? session.Owner, session.Owner);
        });
    }

    [Fact]
    public async Task Who_has_no_role_here_stays_outside()
    {
        using var browser = Browser();
        var page = await SignIn(browser, "/sign-in/provider", "none@x");
        Assert.Equal("/sign-in?why=role", page.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Contains("no role here", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await browser.GetAsync(new Uri(address + "/"))).RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task The_way_back_leads_nowhere_else(string to)
    {
        using var browser = Browser();
        var page = await SignIn(browser, "/sign-in/provider?to=" + Uri.EscapeDataString(to), "leader@x");
        Assert.Equal(address + "/", page.RequestMessage!.RequestUri!.ToString());
    }

    [Fact]
    public async Task An_answer_that_nobody_asked_for_signs_nobody_in()
    {
        using var browser = Browser();
        var page = await browser.GetAsync(new Uri(address + "/sign-in/returned?code=made-up&state=made-up"));
        Assert.Equal("/sign-in?why=failed", page.RequestMessage!.RequestUri!.PathAndQuery);
    }

    [Fact]
    public async Task A_code_is_of_no_use_to_another_browser()
    {
        using var victim = Browser(follow: false);
        var returned = await UpToReturn(victim, "leader@x");
        using var thief = Browser();
        Assert.Equal("/sign-in?why=failed", (await thief.GetAsync(returned)).RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Equal("/", (await victim.GetAsync(returned)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_request_carries_a_challenge_a_state_and_a_nonce()
    {
        using var browser = Browser(follow: false);
        var sent = (await browser.GetAsync(new Uri(address + "/sign-in/provider"))).Headers.Location!.Query;
        Assert.Contains("code_challenge_method=S256", sent, StringComparison.Ordinal);
        Assert.Matches("code_challenge=[A-Za-z0-9_-]{43}", sent);
        Assert.Matches("nonce=[A-Za-z0-9_-]{43}", sent);
        Assert.Matches("state=[^&]{20,}", sent);
    }

    private static HttpClient Browser(bool follow = true) =>
        new(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = follow }) { DefaultRequestHeaders = { { "Accept", "text/html" } } };

    private async Task<HttpResponseMessage> SignIn(HttpClient browser, string start, string who)
    {
        var page = await browser.GetAsync(new Uri(address + start));
        // The provider's own forms: who are you, and may they know.
        for (var form = 0; form < 3 && !page.RequestMessage!.RequestUri!.ToString().StartsWith(address, StringComparison.Ordinal); form++)
        {
            page = await Press(browser, page, who);
        }
        return page;
    }

    private async Task<Uri> UpToReturn(HttpClient browser, string who)
    {
        var page = await browser.GetAsync(new Uri(address + "/sign-in/provider"));
        for (var step = 0; step < 12; step++)
        {
            if (page.Headers.Location is { } next)
            {
                var target = next.IsAbsoluteUri ? next : new Uri(page.RequestMessage!.RequestUri!, next);
                if (target.ToString().StartsWith(address, StringComparison.Ordinal))
                {
                    return target;
                }
                page = await browser.GetAsync(target);
            }
            else
            {
                page = await Press(browser, page, who);
            }
        }
        throw new InvalidOperationException("The provider never sent the browser back.");
    }

    private static async Task<HttpResponseMessage> Press(HttpClient browser, HttpResponseMessage page, string who)
    {
        var html = await page.Content.ReadAsStringAsync();
        var action = FormAction().Match(html).Groups[1].Value;
        var prompt = PromptField().Match(html).Groups[1].Value;
        using var form = new FormUrlEncodedContent([new("prompt", prompt), new("login", who), new("password", "any")]);
        return await browser.PostAsync(new Uri(page.RequestMessage!.RequestUri!, WebUtility.HtmlDecode(action)), form);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        site?.Dispose();
        if (!provider.HasExited)
        {
            provider.Kill(entireProcessTree: true);
        }
        provider.Dispose();
        Environment.SetEnvironmentVariable(SecretVariable, null);
    }

    [GeneratedRegex("<form[^>]* action=\"([^\"]+)\"")]
    private static partial Regex FormAction();

    [GeneratedRegex("name=\"prompt\" value=\"([^\"]+)\"")]
    private static partial Regex PromptField();
}
