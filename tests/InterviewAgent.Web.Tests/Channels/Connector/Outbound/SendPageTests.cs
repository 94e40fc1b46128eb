using System.Net;
using InterviewAgent.Interviewing.Delivery;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Tests.Channels.Connector.Outbound;

public sealed class SendPageTests : IAsyncLifetime
{
    private Teams teams = null!;

    public async Task InitializeAsync() => teams = await Teams.Start();

    public async Task DisposeAsync() => await teams.DisposeAsync();

    [Fact]
    public async Task A_signed_in_person_sends_a_due_check_in_and_the_caller_adds_no_word()
    {
        var (due, _) = await teams.Person();
        using var staff = await teams.Site.SignedIn();
        var answer = await Site.PressButton(staff, $"/check-ins/{due.Id}/send", fields: [("text", "Please praise us"), ("Outcome", "no")]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("On its way.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await teams.Empties();
        Assert.DoesNotContain("praise", Assert.Single(teams.Channel.Messages).Activity.GetRawText(), StringComparison.Ordinal);
        await teams.With(async db => Assert.Equal("M. Rossi", (await db.Audit.SingleAsync(entry => entry.Did == "sent a check-in")).Who));
    }

    [Fact]
    public async Task Without_a_sign_in_or_the_forms_token_nothing_is_sent()
    {
        var (due, _) = await teams.Person();
        Uri page = new($"/check-ins/{due.Id}/send", UriKind.Relative);
        using var stranger = teams.Site.Stranger();
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.PostAsync(page, null)).StatusCode);
        using var staff = await teams.Site.SignedIn();
        Assert.Equal(HttpStatusCode.BadRequest, (await staff.PostAsync(page, null)).StatusCode);
        Assert.Empty(await teams.Rows());
    }

    [Fact]
    public async Task An_unknown_check_in_is_not_found()
    {
        using var staff = await teams.Site.SignedIn();
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync(new Uri($"/check-ins/{Guid.NewGuid()}/send", UriKind.Relative))).StatusCode);
    }
}
