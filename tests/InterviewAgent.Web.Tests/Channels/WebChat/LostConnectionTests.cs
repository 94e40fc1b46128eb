using InterviewAgent.Interviewing;
using InterviewAgent.Web.Tests.Resilience;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace InterviewAgent.Web.Tests.Channels.WebChat;

/// <summary>A page that was open before a laptop slept or the server died goes on without a reload.</summary>
public sealed class LostConnectionTests : IAsyncLifetime
{
    private const float Patience = 60_000;
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.Launch(playwright);
    }

    [Fact]
    public async Task After_a_long_sleep_the_answer_that_was_typed_arrives_once()
    {
        using Site site = new();
        var address = site.Listen();
        var invited = await Invited.To(site);
        var page = await Open(address + invited.Path);
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, start" }).First.ClickAsync();
        await Shown(page, 3);

        site.Clock.SetOn(TimeSpan.FromHours(30));
        await Say(page, "Mostly in my own sheet, every Friday.");
        await Shown(page, 5);
        await page.GetByText("Mostly in my own sheet, every Friday.").First.WaitForAsync();
        Assert.Equal(5, await page.Locator(".webchat__bubble").CountAsync());
        await site.With(async db => Assert.Equal(2, await db.Turns.CountAsync(turn => turn.Speaker == Speaker.Participant)));
    }

    [Fact]
    public async Task After_a_restart_the_page_goes_on_with_nothing_lost_nothing_twice_and_no_second_greeting()
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(3));
        await using ServerProcess server = new();
        await server.Start(limit.Token);
        var link = (await Invitations.Send(server, interviews: 1))[0];
        var page = await Open(link.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, start" }).First.ClickAsync();
        await Shown(page, 3);
        await page.EvaluateAsync("() => window.same = true");

        await server.Kill();
        await Say(page, "Mostly in my own sheet, every Friday.");
        await server.Start(limit.Token);
        // Web Chat says "Send failed. Retry." to what it could not post, as it does on any bad line.
        var retry = page.GetByRole(AriaRole.Button, new() { Name = "Retry" }).First;
        await retry.Or(page.Locator(".webchat__bubble").Nth(4)).First.WaitForAsync(new() { Timeout = Patience });
        if (await page.Locator(".webchat__bubble").CountAsync() < 5)
        {
            await retry.ClickAsync();
        }

        await Shown(page, 5);
        Assert.True(await page.EvaluateAsync<bool>("() => window.same === true"));
        Assert.Equal(5, await page.Locator(".webchat__bubble").CountAsync());
    }

    private async Task<IPage> Open(string link)
    {
        var page = await (await browser.NewContextAsync()).NewPageAsync();
        await page.GotoAsync(link);
        await page.WaitForURLAsync("**/chat");
        await Shown(page, 1);
        return page;
    }

    private static async Task Say(IPage page, string text)
    {
        await page.Locator("#chat textarea").FillAsync(text);
        await page.Locator("#chat textarea").PressAsync("Enter");
    }

    private static Task Shown(IPage page, int bubbles) => page.Locator(".webchat__bubble").Nth(bubbles - 1).WaitForAsync(new() { Timeout = Patience });

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
