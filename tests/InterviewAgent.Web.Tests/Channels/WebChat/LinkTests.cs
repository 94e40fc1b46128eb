using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace InterviewAgent.Web.Tests.Channels.WebChat;

public sealed class LinkTests : IDisposable
{
    private readonly Site site = new();

    [Fact]
    public async Task A_scanner_that_follows_the_link_changes_nothing()
    {
        var invited = await Invited.To(site);
        using var scanner = site.Stranger();
        for (var i = 0; i < 3; i++)
        {
            var answer = await scanner.GetAsync(new Uri(invited.Path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        }

        await site.With(async db =>
        {
            Assert.Null((await db.CheckIns.SingleAsync()).OpenedAt);
            Assert.Empty(await db.Interviews.ToListAsync());
        });
    }

    [Fact]
    public async Task The_button_swaps_the_token_for_a_cookie_and_counts_as_opened()
    {
        var invited = await Invited.To(site);
        using var browser = site.Stranger();
        var answer = await browser.PostAsync(new Uri(invited.Path, UriKind.Relative), null);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/chat", answer.Headers.Location!.OriginalString);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        await site.With(async db => Assert.NotNull((await db.CheckIns.SingleAsync()).OpenedAt));
        Assert.Contains("Check-in for Vale Fibra", await browser.GetStringAsync(new Uri("/chat", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/i/")]
    [InlineData("/i/garbage")]
    [InlineData("/i/a.b.c")]
    [InlineData("/i/%F0%9F%92%A9/../x")]
    public async Task A_garbled_link_gets_a_kind_page(string path)
    {
        using var browser = site.Stranger();
        var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_dead_link_says_so_kindly_and_whom_to_ask()
    {
        var invited = await Invited.To(site);
        using var browser = await invited.Opens();
        await site.With(db => db.Links.ExecuteUpdateAsync(set => set.SetProperty(link => link.RevokedAt, DateTimeOffset.UtcNow)));
        foreach (var page in new[] { invited.Path, "/chat" })
        {
            var answer = await browser.GetAsync(new Uri(page, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
            Assert.Contains("ask the person who invited you", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_post_from_another_site_is_refused()
    {
        var invited = await Invited.To(site);
        using var browser = await invited.Opens();
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("/chat/token", UriKind.Relative));
        request.Headers.Add("Origin", "https://evil.example");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_token_never_stands_in_a_log()
    {
        List<string> lines = [];
        using var loud = site.WithWebHostBuilder(host => host.ConfigureServices(services => services.AddLogging(logging =>
            logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Lines(lines)))));
        var invited = await Invited.To(site);
        using var browser = loud.CreateClient();
        await browser.GetAsync(new Uri(invited.Path, UriKind.Relative));
        await browser.PostAsync(new Uri(invited.Path, UriKind.Relative), null);
        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => line.Contains(invited.Path[3..], StringComparison.Ordinal));
    }

    public void Dispose() => site.Dispose();

    private sealed class Lines(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
            {
                lines.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}
