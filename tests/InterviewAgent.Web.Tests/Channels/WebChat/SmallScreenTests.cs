using Microsoft.Playwright;

namespace InterviewAgent.Web.Tests.Channels.WebChat;

/// <summary>On a phone the beginning of the consent text is seen before its end, and a conversation that goes on shows its end.</summary>
public sealed class SmallScreenTests : IAsyncLifetime, IDisposable
{
    private const string Transcript = ".webchat__basic-transcript__scrollable";
    private readonly Site site = new();
    private string address = "";
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async Task InitializeAsync()
    {
        address = site.Listen();
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.Launch(playwright);
    }

    [Theory]
    [InlineData(320, 568)]
    [InlineData(360, 640)]
    public async Task The_first_lines_of_the_consent_are_seen_first_and_the_last_of_a_conversation_that_goes_on(int width, int height)
    {
        var invited = await Invited.To(site);
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, IsMobile = true, HasTouch = true });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address + invited.Path);
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, start" }).First.WaitForAsync();
        await Stays(page, "turns.scrollTop === 0 && turns.scrollHeight > turns.clientHeight");

        foreach (var (said, bubbles) in new[] { ("Yes, start", 3), ("On paper, and then we type it in on Friday because the import fails every time.", 5), ("Skip", 7) })
        {
            await page.Locator("#chat textarea").FillAsync(said);
            await page.Locator("#chat textarea").PressAsync("Enter");
            await page.Locator(".webchat__bubble").Nth(bubbles - 1).WaitForAsync();
        }

        await page.ReloadAsync();
        await page.Locator(".webchat__bubble").Nth(6).WaitForAsync();
        await Stays(page, "turns.scrollHeight - turns.clientHeight - turns.scrollTop < 3");
    }

    /// <summary>True, and still so after the time in which the component scrolls by itself.</summary>
    private static async Task Stays(IPage page, string so) => await page.WaitForFunctionAsync(
        $$"""
        () => {
          const turns = document.querySelector('{{Transcript}}');
          const now = performance.now();
          window.since = turns && ({{so}}) ? window.since ?? now : undefined;
          return window.since !== undefined && now - window.since > 2500;
        }
        """);

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    public void Dispose() => site.Dispose();
}
