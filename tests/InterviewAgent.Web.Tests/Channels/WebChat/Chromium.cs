using Microsoft.Playwright;

namespace InterviewAgent.Web.Tests.Channels.WebChat;

/// <summary>The system's Chromium. A machine without it fails these tests: what people see is part of the product.</summary>
internal static class Chromium
{
    private const string Path = "/usr/bin/chromium";

    public static async Task<IBrowser> Launch(IPlaywright playwright)
    {
        Assert.True(File.Exists(Path), $"{Path} is missing. Install it: apt-get install -y chromium");
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
            ],
        });
    }
}
