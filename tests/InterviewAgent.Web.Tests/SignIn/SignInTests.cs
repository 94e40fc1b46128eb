using System.Net;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Tests.SignIn;

public sealed class SignInTests : IDisposable
{
    private readonly Site site = new();

    [Fact]
    public async Task A_link_works_once()
    {
        var token = await site.NewSignInToken();
        using var first = site.Stranger();
        using var second = site.Stranger();
        var entered = await Site.PressButton(first, $"/sign-in/{token}");
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await first.GetAsync(new Uri("/", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await Site.PressButton(second, $"/sign-in/{token}")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await second.GetAsync(new Uri("/", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Of_many_who_press_at_once_one_gets_in()
    {
        var token = await site.NewSignInToken();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Site.PressButton(site.Stranger(), $"/sign-in/{token}")));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Looking_at_a_link_does_not_use_it_up()
    {
        var token = await site.NewSignInToken();
        using var scanner = site.Stranger();
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await scanner.GetAsync(new Uri($"/sign-in/{token}", UriKind.Relative))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await Site.PressButton(scanner, $"/sign-in/{token}")).StatusCode);
    }

    [Fact]
    public async Task An_old_link_is_refused()
    {
        var token = await site.NewSignInToken();
        await site.With(db => db.SignInLinks.ExecuteUpdateAsync(link =>
            link.SetProperty(row => row.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1))));
        Assert.Equal(HttpStatusCode.Gone, (await Site.PressButton(site.Stranger(), $"/sign-in/{token}")).StatusCode);
    }

    [Fact]
    public async Task The_store_keeps_no_token()
    {
        var token = await site.NewSignInToken();
        await site.With(async db => Assert.DoesNotContain(token, (await db.SignInLinks.SingleAsync()).TokenHash, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_press_without_the_page_is_refused()
    {
        using var client = site.Stranger();
        var answer = await client.PostAsync(new Uri($"/sign-in/{await site.NewSignInToken()}", UriKind.Relative), new FormUrlEncodedContent([]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        using var client = site.Stranger();
        var answer = await Site.PressButton(client, $"/sign-in/{await site.NewSignInToken()}");
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("interview-agent=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Signing_out_closes_the_door()
    {
        using var client = await site.SignedIn();
        await Site.PressButton(client, "/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(new Uri("/", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Guessing_is_slowed_down()
    {
        using var client = site.Stranger();
        HttpStatusCode last = default;
        for (var i = 0; i < 40; i++)
        {
            last = (await client.GetAsync(new Uri($"/sign-in/guess{i}", UriKind.Relative))).StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    public void Dispose() => site.Dispose();
}
