using System.Net;
using InterviewAgent.Privacy.Staff;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Servers;

/// <summary>Two servers on one store; a browser that is sent now to one and now to the other.</summary>
public sealed class SessionTests : IDisposable
{
    private readonly Site one = new();
    private readonly Site other;

    public SessionTests() => other = one.Beside();

    [Fact]
    public async Task A_session_begun_on_one_is_good_on_the_other_until_it_is_revoked_on_the_first()
    {
        CookieContainer jar = new();
        await Enter(one, jar);
        Assert.Equal(HttpStatusCode.OK, (await At(other, jar).GetAsync(Page)).StatusCode);

        await using (var scope = one.Services.CreateAsyncScope())
        {
            Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<StaffSessions>().Revoke("M. Rossi", "test"));
        }

        Assert.Equal("/sign-in", (await At(other, jar).GetAsync(Page)).Headers.Location?.LocalPath);
    }

    [Fact]
    public async Task A_form_of_one_may_be_posted_to_the_other()
    {
        CookieContainer jar = new();
        await Enter(one, jar);
        var html = await At(one, jar).GetStringAsync(Out);
        using FormUrlEncodedContent form = new([KeyValuePair.Create("__RequestVerificationToken", html.Split("__RequestVerificationToken\" type=\"hidden\" value=\"")[1].Split('"')[0])]);
        Assert.Equal(HttpStatusCode.Redirect, (await At(other, jar).PostAsync(Out, form)).StatusCode);
        Assert.Equal("/sign-in", (await At(one, jar).GetAsync(Page)).Headers.Location?.LocalPath);
    }

    [Fact]
    public async Task A_sign_in_link_opens_one_of_them_once()
    {
        var token = await one.NewSignInToken();
        var (first, second) = (one.Stranger(), other.Stranger());
        Assert.Equal(HttpStatusCode.Redirect, (await Site.PressButton(first, $"/sign-in/{token}")).StatusCode);
        Assert.NotEqual(HttpStatusCode.Redirect, (await Site.PressButton(second, $"/sign-in/{token}")).StatusCode);
    }

    public void Dispose()
    {
        other.Dispose();
        one.Dispose();
    }

    private static Uri Page { get; } = new("/flags", UriKind.Relative);
    private static Uri Out { get; } = new("/sign-out", UriKind.Relative);

    private static async Task Enter(Site site, CookieContainer jar) =>
        Assert.Equal(HttpStatusCode.Redirect, (await Site.PressButton(At(site, jar), $"/sign-in/{await site.NewSignInToken()}")).StatusCode);

    /// <summary>The same browser, whichever server it is sent to.</summary>
    private static HttpClient At(Site site, CookieContainer jar)
    {
        var client = site.CreateDefaultClient(new CookieContainerHandler(jar));
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        return client;
    }
}
