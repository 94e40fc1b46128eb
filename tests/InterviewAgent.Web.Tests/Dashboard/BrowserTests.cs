using InterviewAgent.Privacy;
using InterviewAgent.Web.Tests.Browser;
using Microsoft.Playwright;

namespace InterviewAgent.Web.Tests.Dashboard;

/// <summary>What a leader does on the dashboard, in Chromium. That no page has a fault is said by <see cref="EveryPageTests"/>.</summary>
public sealed class BrowserTests : IAsyncLifetime, IDisposable
{
    private readonly Site site = new();
    private BrowserWindows windows = null!;
    private Portfolio portfolio = null!;

    public async Task InitializeAsync()
    {
        site.Listen();
        await site.With(async db => portfolio = await Portfolio.Seed(db));
        windows = await BrowserWindows.Start();
    }

    [Fact]
    public async Task A_leader_finds_the_words_behind_a_flag_and_closes_it_by_keyboard()
    {
        var page = await Enter();
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
        var page = await Enter();
        await page.GotoAsync($"/accounts/{portfolio.Account.Id}");
        Assert.Equal("img", await page.Locator("svg.timeline").GetAttributeAsync("role"));
        Assert.Equal(3, await page.Locator("svg.timeline .mark-held").CountAsync());
        await page.Locator("#timeline-table summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.Locator("[data-timeline=events]").IsVisibleAsync());
        Assert.Equal(10, await page.Locator("[data-timeline=usage] tbody tr").CountAsync());
    }

    private async Task<IPage> Enter()
    {
        var page = await windows.SignedIn(site, ViewerRole.Leader);
        await page.GotoAsync("/");
        return page;
    }

    public Task DisposeAsync() => windows.DisposeAsync().AsTask();

    public void Dispose() => site.Dispose();
}
