using System.ComponentModel.DataAnnotations;
using System.Net;
using InterviewAgent.Web.Channels.Connector;

namespace InterviewAgent.Web.Tests.Channels.Connector;

/// <summary>A bot is at home in one cloud, and another cloud's tokens are a stranger's.</summary>
public sealed class CloudTests
{
    [Theory]
    [InlineData("usgov", "https://api.botframework.us")]
    [InlineData("China", "https://api.botframework.azure.cn")]
    public async Task A_government_or_chinese_bot_takes_its_own_clouds_tokens_only(string cloud, string issuer)
    {
        await using var site = await ConnectorSite.Start(("Connector:Cloud", cloud));
        using var own = await site.Post(token: token => token with { Issuer = issuer });
        using var other = await site.Post();
        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Unauthorized], [own.StatusCode, other.StatusCode]);
    }

    [Fact]
    public void Every_address_of_a_cloud_can_be_replaced()
    {
        ConnectorOptions options = new()
        {
            Cloud = Cloud.UsGov, Issuer = "https://i.example", Metadata = "https://m.example", Authority = "https://a.example", Scope = "s",
        };
        Assert.Equal(("https://i.example", "https://m.example", "https://a.example", "s"),
            (options.Addresses.Issuer, options.Addresses.Metadata, options.Addresses.Authority, options.Addresses.Scope));
        Assert.Contains(".teams.microsoft.us", options.Addresses.ServiceHosts);
        Assert.Equal("https://api.botframework.us/.default", new ConnectorOptions { Cloud = Cloud.UsGov }.Addresses.Scope);
    }

    [Theory]
    [InlineData("http://login.example/metadata", "", "Metadata")]
    [InlineData("login.example", "", "Metadata")]
    [InlineData("", "https://smba.example/teams", "AllowedServiceHosts")]
    public void A_setting_that_would_open_a_hole_stops_the_start(string metadata, string host, string named)
    {
        ConnectorOptions options = new() { Metadata = metadata };
        if (host.Length > 0)
        {
            options.AllowedServiceHosts.Add(host);
        }
        Assert.Contains(named, Assert.Single(options.Validate(new ValidationContext(options))).MemberNames);
    }
}
