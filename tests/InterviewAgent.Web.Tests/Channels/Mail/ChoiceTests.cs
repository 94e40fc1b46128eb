using System.Net;
using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Links;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Channels.Mail;

public sealed class ChoiceTests : IDisposable
{
    private readonly Site site = new();

    [Theory]
    [InlineData("not-now", "Nothing is sent about this check-in before")]
    [InlineData("not-me", "You are not asked about this check-in again")]
    [InlineData("never", "No check-in of Contoso is sent to you again")]
    public async Task A_scanner_that_follows_the_link_decides_nothing_and_the_button_does(string choice, string done)
    {
        var address = await Address(choice);
        using var browser = site.Stranger();
        var page = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var html = await page.Content.ReadAsStringAsync();
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(html, "<button"));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        await site.With(async db =>
        {
            Assert.Empty(await db.Audit.Where(entry => entry.Who == "respondent").ToListAsync());
            Assert.Null((await db.CheckIns.SingleAsync()).PausedUntil);
        });

        var answer = await browser.PostAsync(address, null);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(done, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await site.With(async db =>
        {
            var (checkIn, person) = (await db.CheckIns.SingleAsync(), await db.Respondents.SingleAsync());
            Assert.Equal(choice == "not-now", checkIn.PausedUntil is not null);
            Assert.Equal(choice != "not-now", checkIn.DeclinedAt is not null);
            Assert.Equal(choice == "never", person.NoContactFrom is not null);
            Assert.Equal(choice == "not-me" ? AddressFault.WrongPerson : null, person.ClosedBecause);
        });
    }

    [Fact]
    public async Task The_one_click_of_a_mail_program_is_enough()
    {
        var address = await Address("never");
        using var provider = site.Stranger();
        using FormUrlEncodedContent click = new([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        Assert.Equal(HttpStatusCode.OK, (await provider.PostAsync(address, click)).StatusCode);
        await site.With(async db => Assert.NotNull((await db.Respondents.SingleAsync()).NoContactFrom));
    }

    [Theory]
    [InlineData("/m/never/garbage")]
    [InlineData("/m/never/")]
    [InlineData("/m/always/x.y.z")]
    [InlineData("/m/never")]
    [InlineData("/m/%0d%0a/x")]
    public async Task A_garbled_address_gets_a_kind_page(string path)
    {
        using var browser = site.Stranger();
        foreach (var answer in new[] { await browser.GetAsync(new Uri(path, UriKind.Relative)), await browser.PostAsync(new Uri(path, UriKind.Relative), null) })
        {
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_token_of_a_choice_opens_no_interview()
    {
        var token = (await Address("never")).OriginalString.Split('/')[^1];
        using var browser = site.Stranger();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(new Uri($"/i/{token}", UriKind.Relative))).StatusCode);
    }

    private async Task<Uri> Address(string choice)
    {
        await Invited.To(site);
        string token = "";
        await site.With(async db => token = site.Services.GetRequiredService<LinkToken>().For((await db.Links.SingleAsync()).Id, LinkToken.Choose));
        return new($"/m/{choice}/{token}", UriKind.Relative);
    }

    public void Dispose() => site.Dispose();
}
