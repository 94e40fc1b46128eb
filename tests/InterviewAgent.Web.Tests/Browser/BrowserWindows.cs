using InterviewAgent.Privacy;
using InterviewAgent.Web.Tests.Channels.WebChat;
using Microsoft.Playwright;

namespace InterviewAgent.Web.Tests.Browser;

/// <summary>One Chromium, and windows in it that write down what the browser complains of.</summary>
internal sealed class BrowserWindows : IAsyncDisposable
{
    private readonly List<string> complaints = [];
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public static async Task<BrowserWindows> Start()
    {
        var playwright = await Playwright.CreateAsync();
        return new BrowserWindows { playwright = playwright, browser = await Chromium.Launch(playwright) };
    }

    /// <summary>Errors of scripts, of the network and of the content policy since the last call.</summary>
    public IReadOnlyList<string> Complaints()
    {
        lock (complaints)
        {
            string[] all = [.. complaints];
            complaints.Clear();
            return all;
        }
    }

    public async Task<IPage> Open(string address, int width = 1280, int height = 800)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address, ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce, ColorScheme = ColorScheme.Light,
        });
        await context.AddInitScriptAsync("addEventListener('securitypolicyviolation', broken => console.error(`content policy: ${broken.violatedDirective} ${broken.blockedURI}`))");
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => Add(error);
        page.Console += (_, line) =>
        {
            // A page that answers 403 or 404 on purpose is an error to the browser.
            if (line.Type is "error" or "warning" && !(line.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && line.Location.StartsWith(page.Url, StringComparison.Ordinal)))
            {
                Add(line.Text);
            }
        };
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } to && to.Host != new Uri(address).Host)
            {
                Add("left the host: " + request.Url);
            }
        };
        return page;
    }

    /// <summary>A window whose cookies are those of somebody who has signed in; nothing is opened yet.</summary>
    public async Task<IPage> SignedIn(Site site, ViewerRole role, string? owner = null)
    {
        var page = await Open(site.ClientOptions.BaseAddress.ToString());
        var (door, link) = (page.Context.APIRequest, $"/sign-in/{await site.NewSignInToken(role: role, owner: owner)}");
        var form = page.Context.APIRequest.CreateFormData();
        form.Set("__RequestVerificationToken", Site.FormToken(await (await door.GetAsync(link)).TextAsync()));
        var entered = await door.PostAsync(link, new() { Form = form, MaxRedirects = 0 });
        Assert.Equal(302, entered.Status);
        return page;
    }

    private void Add(string complaint)
    {
        lock (complaints)
        {
            complaints.Add(complaint);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
