using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Links;
using InterviewAgent.Web.Channels.WebChat;
using InterviewAgent.Web.Tests.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace InterviewAgent.Web.Tests.Channels.WebChat;

/// <summary>Every page that a respondent may come to beside the interview itself: no fault at a desk's and a small phone's width, light and dark.</summary>
public sealed class EveryStateTests : IAsyncLifetime, IDisposable
{
    private readonly Site site = new() { Instead = services => services.AddSingleton<IDeliverCodes, NoPost>() };
    private readonly List<string> faults = [];
    private BrowserWindows windows = null!;
    private string address = "";

    public async Task InitializeAsync()
    {
        address = site.Listen();
        windows = await BrowserWindows.Start();
    }

    [Fact]
    public async Task A_link_that_leads_nowhere_and_the_pages_for_everybody()
    {
        var page = await windows.Open(address);
        foreach (var path in new[] { "/i/garbled", "/chat", "/chat/answers", "/m/never/garbled", "/privacy", "/terms", "/i/x/y/z" })
        {
            await page.GotoAsync(path);
            await Look(page, path);
        }

        var invited = await Invited.To(site);
        await page.GotoAsync(await Choice("not-now"));
        await Look(page, "not now?");
        await page.GetByRole(AriaRole.Button).ClickAsync();
        await Look(page, "not now");
        await site.With(db => db.Links.ExecuteUpdateAsync(set => set.SetProperty(link => link.RevokedAt, DateTimeOffset.UtcNow)));
        await page.GotoAsync(invited.Path);
        await Look(page, "ended link");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Another_device_its_code_and_the_plain_form()
    {
        var invited = await Invited.To(site);
        var mine = await windows.Open(address);
        await mine.GotoAsync(invited.Path);
        await mine.GetByRole(AriaRole.Button, new() { Name = "Yes, start" }).First.ClickAsync();
        await mine.Locator(".webchat__bubble").Nth(2).WaitForAsync();

        var page = await windows.Open(address, 320, 640);
        // The script presses the button at once; here the page is looked at as a browser without scripts shows it.
        await page.RouteAsync("**/open.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "" }));
        await page.GotoAsync(invited.Path);
        await Look(page, "door");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open my check-in" }).ClickAsync();
        await page.Locator(".webchat__bubble").First.WaitForAsync();
        await Look(page, "another device");
        foreach (var path in new[] { "/chat/plain", "/chat/teams", "/chat/code" })
        {
            await page.GotoAsync(path);
            await Look(page, path);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Send me a code" }).ClickAsync();
        await page.GetByLabel("Code").FillAsync("000000");
        await Look(page, "code asked for");
        await page.GetByRole(AriaRole.Button, new() { Name = "Show my answers" }).ClickAsync();
        await Look(page, "wrong code");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_lost_connection_is_said_and_breaks_nothing()
    {
        var invited = await Invited.To(site);
        var page = await windows.Open(address, 320, 640);
        await page.GotoAsync(invited.Path);
        await page.Locator(".webchat__bubble").First.WaitForAsync();
        await page.Context.SetOfflineAsync(true);
        await page.Locator("#chat textarea").FillAsync("Mostly in my own sheet.");
        await page.Locator("#chat textarea").PressAsync("Enter");
        await page.Locator(".webchat__bubble").Nth(1).WaitForAsync();
        windows.Complaints(); // Of the network, which is gone.
        await Look(page, "offline");
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private async Task Look(IPage page, string state)
    {
        faults.AddRange((await PageFaults.Of(page, PageFaults.ChatViews)).Concat(windows.Complaints()).Select(fault => $"{state}: {fault}"));
    }

    private async Task<string> Choice(string choice)
    {
        var token = "";
        await site.With(async db => token = site.Services.GetRequiredService<LinkToken>().For((await db.Links.SingleAsync()).Id, LinkToken.Choose));
        return $"/m/{choice}/{token}";
    }

    public Task DisposeAsync() => windows.DisposeAsync().AsTask();

    public void Dispose() => site.Dispose();

    private sealed class NoPost : IDeliverCodes
    {
        public bool CanDeliver => true;

        public Task<bool> Deliver(Link link, string code, CancellationToken cancellation) => Task.FromResult(true);
    }
}
