using InterviewAgent.Web.Channels.Connector;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Tests.Channels.Connector;

/// <summary>The second wall: where our token may go, whatever was signed.</summary>
public sealed class ServiceHostsTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://SMBA.trafficmanager.net/emea")]
    [InlineData("https://webchat.botframework.com/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams")]
    public void The_clouds_hosts_are_allowed(string address) => Assert.True(Hosts(new()).Allows(address));

    [Theory]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://a.smba.trafficmanager.net/")]
    [InlineData("https://notbotframework.com/")]
    [InlineData("https://botframework.com.evil.example/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://evil.example\\@smba.trafficmanager.net/")]
    [InlineData("https://evil.example#smba.trafficmanager.net")]
    [InlineData("https://user:pass@smba.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net./")]
    [InlineData("https://smba.trafficmanager.net?x=1")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("http://localhost:56150/_connector")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("//smba.trafficmanager.net/")]
    [InlineData("smba.trafficmanager.net")]
    [InlineData("")]
    [InlineData(null)]
    public void Nothing_that_only_looks_like_one_is(string? address) => Assert.False(Hosts(new()).Allows(address));

    [Fact]
    public void Each_cloud_has_its_own()
    {
        Assert.True(Hosts(new() { Cloud = Cloud.UsGov }).Allows("https://smba.infra.gov.teams.microsoft.us/teams"));
        Assert.False(Hosts(new() { Cloud = Cloud.UsGov }).Allows("https://smba.trafficmanager.net/teams"));
        Assert.True(Hosts(new() { Cloud = Cloud.China }).Allows("https://webchat.botframework.azure.cn/"));
        Assert.False(Hosts(new() { Cloud = Cloud.China }).Allows("https://webchat.botframework.com/"));
    }

    [Fact]
    public void A_host_of_the_settings_is_added_with_https_or_on_this_machine()
    {
        ConnectorOptions options = new() { AllowedServiceHosts = { "proxy.contoso.com", "127.0.0.1" } };
        Assert.True(Hosts(options).Allows("https://proxy.contoso.com/teams"));
        Assert.False(Hosts(options).Allows("http://proxy.contoso.com/teams"));
        Assert.True(Hosts(options).Allows("http://127.0.0.1:8080/teams"));
        Assert.False(Hosts(options).Allows("http://localhost:8080/teams"));
    }

    private static ServiceHosts Hosts(ConnectorOptions options) => new(Options.Create(options));
}
