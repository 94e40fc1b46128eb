using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace InterviewAgent.Web.Tests.Dashboard;

/// <summary>The dashboard in Chromium, as a desktop and as a phone, light and dark.</summary>
public sealed class BrowserTests : IAsyncLifetime, IDisposable
{
    private readonly Site site = new();
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private Portfolio portfolio = null!;

    public async Task InitializeAsync()
    {
        site.UseKestrel(0);
        site.StartServer();
        await site.With(async db => portfolio = await Portfolio.Seed(db));
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROME") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
    }

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(360, ColorScheme.Light)]
    public async Task Every_page_fits_breaks_no_accessibility_rule_and_no_content_policy(int width, ColorScheme scheme)
    {
        var page = await Enter(width, scheme);
        List<string> complaints = [];
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        foreach (var path in new[] { "/", "/accounts", $"/accounts/{portfolio.Account.Id}", "/accounts/oversell", "/flags", "/themes", "/themes/operational.old-workflow", "/interviews", $"/interviews/{portfolio.Open.Id}", "/digest", "/sign-out" })
        {
            await page.GotoAsync(path);
            foreach (var summary in await page.QuerySelectorAllAsync("summary"))
            {
                await summary.ClickAsync();
            }

            var found = await page.RunAxe(new AxeRunOptions
            {
                RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
            });
            Assert.True(found.Violations.Length == 0, $"{path} at {width}: " + string.Join("; ", found.Violations.Select(rule =>
                $"{rule.Id} {string.Join(", ", rule.Nodes.Take(3).Select(node => node.Html))}")));
            Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"), $"{path} is wider than {width}");
        }

        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_leader_finds_the_words_behind_a_flag_and_closes_it_by_keyboard()
    {
        var page = await Enter(1280, ColorScheme.Light);
        await page.GetByRole(AriaRole.Link, new() { Name = "Open turn 2 of this interview" }).First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/interviews/*#turn-2");
        Assert.True(await page.Locator("#turn-2 mark").First.IsVisibleAsync());
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Acted: Vale Fibra" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Closed as acted.").WaitForAsync();
        Assert.Equal(0, await page.Locator(".flags > li").CountAsync());
    }

    [Fact]
    public async Task The_timeline_is_drawn_without_scripts_and_its_table_opens_by_keyboard()
    {
        var page = await Enter(1280, ColorScheme.Light);
        await page.GotoAsync($"/accounts/{portfolio.Account.Id}");
        Assert.Equal("img", await page.Locator("svg.timeline").GetAttributeAsync("role"));
        Assert.Equal(3, await page.Locator("svg.timeline .mark-held").CountAsync());
        await page.Locator("#timeline-table summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Locator("[data-timeline=events]").IsVisibleAsync());
        Assert.Equal(10, await page.Locator("[data-timeline=usage] tbody tr").CountAsync());
    }

    private async Task<IPage> Enter(int width, ColorScheme scheme)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ClientOptions.BaseAddress.ToString(), ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = 800 },
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/sign-in/{await site.NewSignInToken()}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
        return page;
    }

    public async Task DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }

    public void Dispose() => site.Dispose();
}
