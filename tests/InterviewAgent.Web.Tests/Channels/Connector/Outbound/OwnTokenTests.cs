using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Web.Channels.Connector.Outbound.Tokens;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Channels.Connector.Outbound;

public sealed class OwnTokenTests
{
    [Fact]
    public async Task The_token_is_asked_for_with_client_credentials_at_the_bots_own_tenant()
    {
        await using var teams = await Teams.Start();
        await teams.Connector.Send(teams.Place, new() { Type = "message", Text = "Hello" });
        var form = Assert.Single(teams.Signed.Issuer.TokensAskedFor);
        Assert.Equal($"/{SignedChannel.Tenant}/oauth2/v2.0/token", form["path"]);
        Assert.Equal(
            ("client_credentials", SignedChannel.AppId, "bot-secret", "https://api.botframework.com/.default"),
            (form["grant_type"], form["client_id"], form["client_secret"], form["scope"]));
    }

    [Theory]
    [InlineData("Public", "/botframework.com/oauth2/v2.0/token", "https://api.botframework.com/.default")]
    [InlineData("UsGov", "/MicrosoftServices.onmicrosoft.us/oauth2/v2.0/token", "https://api.botframework.us/.default")]
    [InlineData("China", "/botframework.com/oauth2/v2.0/token", "https://api.botframework.azure.cn/.default")]
    public async Task A_bot_of_many_tenants_asks_where_its_cloud_has_them(string cloud, string path, string scope)
    {
        await using var teams = await Teams.Start(settings: [("Connector:Cloud", cloud), ("Connector:TenantId", "")]);
        await teams.Connector.Send(teams.Place, new() { Type = "message", Text = "Hello" });
        var form = Assert.Single(teams.Signed.Issuer.TokensAskedFor);
        Assert.Equal((path, scope), (form["path"], form["scope"]));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_nothing_is_lost()
    {
        FastClock clock = new();
        await using var teams = await Teams.Start(clock);
        teams.Signed.Issuer.TokenStatus = 401;
        var (due, place) = await teams.Person();
        await teams.Opens(due, place);
        await teams.Empties();
        Assert.Empty(teams.Channel.Calls);
        Assert.Equal((OutboxState.Pending, "no token"), Assert.Single(await teams.Rows()) is var row ? (row.State, row.Why) : default);
        teams.Signed.Issuer.TokenStatus = 200;
        clock.Advance(TimeSpan.FromMinutes(2));
        await teams.Empties();
        Assert.Single(teams.Channel.Messages);
    }

    [Theory]
    [InlineData("Secret", "Connector:Credential:Secret", "")]
    [InlineData("Certificate", "Connector:Credential:CertificateFile", "")]
    [InlineData("Certificate", "Connector:Credential:CertificateFile", "not-there.pfx")]
    [InlineData("Certificate", "Connector:Credential:CertificateFile", "not-there.pem")]
    public async Task A_credential_that_is_missing_is_an_outcome(string kind, string setting, string value)
    {
        await using var teams = await Teams.Start(settings: [("Connector:Credential:Kind", kind), (setting, value)]);
        var answer = await teams.Site.Services.GetRequiredService<IIssueTokens>().Issue(default);
        Assert.False(answer.Given);
        Assert.NotEmpty(answer.Why);
    }

    [Fact]
    public async Task On_this_machine_the_anonymous_mode_sends_without_a_token_and_nowhere_else()
    {
        await using var teams = await Teams.Start(settings: [("Connector:AppId", ""), ("Connector:AllowAnonymousOnLoopback", "true")]);
        Assert.True((await teams.Connector.Send(teams.Place, new() { Type = "message", Text = "Hello" })).Done);
        Assert.Null(Assert.Single(teams.Channel.Calls).Authorization);
        var away = teams.Place with { ServiceUrl = "https://smba.trafficmanager.net/emea/" };
        Assert.Equal("host not allowed", (await teams.Connector.Send(away, new() { Type = "message", Text = "Hello" })).Why);
        Assert.Empty(teams.Signed.Issuer.TokensAskedFor);
    }
}
