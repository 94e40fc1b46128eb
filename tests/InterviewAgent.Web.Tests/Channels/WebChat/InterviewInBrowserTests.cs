using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Web.Tests.Browser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace InterviewAgent.Web.Tests.Channels.WebChat;

/// <summary>A person's whole interview in Chromium, against the real server on a real port.</summary>
public sealed class InterviewInBrowserTests : IAsyncLifetime, IDisposable
{
    private readonly Site site = new();
    private readonly List<string> wrong = [];
    private readonly List<string> faults = [];
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;
    private string address = "";

    public async Task InitializeAsync()
    {
        site.UseKestrel(0);
        site.StartServer();
        address = site.ClientOptions.BaseAddress.ToString().TrimEnd('/');
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.Launch(playwright);
    }

    [Fact]
    public async Task A_person_consents_answers_skips_comes_back_reads_back_chooses_and_ends()
    {
        var invited = await Invited.To(site);
        var page = await Open(invited, 320, 640);
        Assert.DoesNotContain("/i/", page.Url, StringComparison.Ordinal);
        await Clean(page, "consent");
        await page.GetByRole(AriaRole.Button, new() { Name = "Who sees this?" }).ClickAsync();
        await Clean(page, "who sees this");
        await page.GetByRole(AriaRole.Button, new() { Name = "Who sees this?" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, start" }).First.ClickAsync();
        await Shown(page, 3);
        await page.Locator("#chat textarea").FillAsync("Mostly in my own sheet, I copy");
        await Clean(page, "a half answer");
        await Say(page, "Mostly in my own sheet, I copy the results in afterwards.", 5);
        await Clean(page, "a probe");
        await page.GetByRole(AriaRole.Button, new() { Name = "Skip", Exact = true }).ClickAsync();
        await Shown(page, 7);
        faults.AddRange((await PageFaults.ByKeyboard(page)).Select(fault => $"by keyboard: {fault}"));

        await page.ReloadAsync();
        await Shown(page, 7);
        Assert.Contains("my own sheet", await page.Locator("#chat").InnerTextAsync(), StringComparison.Ordinal);

        var card = page.Locator(".ac-adaptiveCard");
        for (var bubbles = 9; await card.CountAsync() == 0; bubbles += 2)
        {
            Assert.True(bubbles < 40, "The interview did not come to its read-back.");
            await Say(page, $"We type the month-end report by hand in week {bubbles}, since the export fails.", bubbles);
        }

        await card.Locator("select").First.WaitForAsync();
        await Clean(page, "read-back");
        await card.Locator("select").Nth(1).SelectOptionAsync("totals-only");
        await card.GetByRole(AriaRole.Button, new() { Name = "Save my choice" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Nothing to change" }).First.WaitForAsync();
        await Clean(page, "choice saved");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nothing to change" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Your answers" }).WaitForAsync();
        await Clean(page, "ended");
        await page.GetByRole(AriaRole.Link, new() { Name = "Your answers" }).ClickAsync();
        await page.WaitForURLAsync("**/chat/answers");
        await Clean(page, "your answers");
        Assert.Contains("my own sheet", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.WaitForURLAsync("**/chat/answers?saved");
        await Clean(page, "your answers, saved");

        await site.With(async db =>
        {
            var interview = await db.Interviews.Include(row => row.Choices).SingleAsync(row => row.CheckInId == invited.CheckInId);
            Assert.Contains(interview.Status, (InterviewStatus[])[InterviewStatus.AwaitingAnalysis, InterviewStatus.Analysed]);
            Assert.Contains(interview.Choices, choice => choice.Visibility == Visibility.TotalsOnly);
        });

        await page.GetByRole(AriaRole.Link, new() { Name = "Delete my answers" }).ClickAsync();
        await Clean(page, "delete?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, delete everything" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Your answers are deleted" }).WaitForAsync();
        await Clean(page, "deleted");
        await site.With(async db => Assert.False(await db.Turns.AnyAsync(turn => turn.Speaker == Speaker.Participant)));
        Assert.Empty(wrong);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Two_tabs_show_the_same()
    {
        var invited = await Invited.To(site);
        var first = await Open(invited, 900, 700);
        var second = await first.Context.NewPageAsync();
        await second.GotoAsync(address + "/chat");
        await Shown(second, 1);
        await first.GetByRole(AriaRole.Button, new() { Name = "Yes, start" }).First.ClickAsync();
        await Shown(first, 3);
        await Shown(second, 3);
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Without_scripts_the_same_interview_is_a_form()
    {
        var invited = await Invited.To(site);
        var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address + invited.Path);
        await page.GetByRole(AriaRole.Button, new() { Name = "Open my check-in" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "plain form" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, start" }).ClickAsync();
        await page.GetByLabel("Your answer").FillAsync("Mostly in my own sheet.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        Assert.Contains("Mostly in my own sheet.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private async Task<IPage> Open(Invited invited, int width, int height)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => wrong.Add(error);
        page.Console += (_, line) =>
        {
            if (line.Type == "error")
            {
                wrong.Add(line.Text);
            }
        };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } to && to.Host != new Uri(address).Host)
            {
                wrong.Add("left the host: " + request.Url);
            }
        };
        await page.GotoAsync(address + invited.Path);
        await page.WaitForURLAsync("**/chat");
        await Shown(page, 1);
        return page;
    }

    private static async Task Say(IPage page, string text, int bubbles)
    {
        await page.Locator("#chat textarea").FillAsync(text);
        await page.Locator("#chat textarea").PressAsync("Enter");
        await Shown(page, bubbles);
    }

    private static Task Shown(IPage page, int bubbles) => page.Locator(".webchat__bubble").Nth(bubbles - 1).WaitForAsync();

    private async Task Clean(IPage page, string state) =>
        faults.AddRange((await PageFaults.Of(page, PageFaults.ChatViews)).Select(fault => $"{state}: {fault}"));

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    public void Dispose() => site.Dispose();
}
