using System.Net;
using InterviewAgent.Web.Channels.Connector;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Tests.Channels.Connector;

/// <summary>Without a token: only when asked for, without an app id, and with everything about the call on this machine.</summary>
public sealed class LoopbackTests
{
    private const string Local = "http://127.0.0.1:56150/_connector";

    [Fact]
    public void A_call_of_this_machine_is_let_in_where_that_was_asked_for() => Assert.Null(Refused(Call()));

    [Theory]
    [InlineData("10.0.0.7", "127.0.0.1")]
    [InlineData("127.0.0.1", "10.0.0.7")]
    [InlineData("::ffff:10.0.0.7", "127.0.0.1")]
    [InlineData("2001:db8::1", "::1")]
    public void A_call_from_elsewhere_is_not(string from, string to) =>
        Assert.Equal(401, Refused(Call(from, to))?.Status);

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "127.0.0.1.evil.example")]
    public void A_header_that_tells_of_somebody_else_closes_it(string name, string value)
    {
        var call = Call();
        call.Request.Headers[name] = value;
        Assert.Equal(401, Refused(call)?.Status);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/")]
    [InlineData("http://127.0.0.1.evil.example/")]
    [InlineData("http://evil.example@127.0.0.1/")]
    [InlineData("http://127.0.0.1@evil.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData(null)]
    public void Answers_go_nowhere_but_to_this_machine(string? serviceUrl) =>
        Assert.Equal(403, Refused(Call(), serviceUrl)?.Status);

    [Fact]
    public void It_is_closed_by_default_and_with_an_app_id()
    {
        Assert.False(new LoopbackOnly(Options.Create(new ConnectorOptions())).Open);
        Assert.False(new LoopbackOnly(Options.Create(new ConnectorOptions { AllowAnonymousOnLoopback = true, AppId = SignedChannel.AppId })).Open);
    }

    [Fact]
    public async Task Over_a_real_socket_a_call_of_this_machine_is_let_in()
    {
        Recorder recorder = new();
        await using Site site = new() { Settings = { ["Connector:AllowAnonymousOnLoopback"] = "true" }, Instead = recorder.Replace };
        await using var channel = await SignedChannel.Start();
        site.UseKestrel(0);
        site.StartServer();
        using var client = site.CreateClient();
        using var answer = await SignedChannel.Post(client, channel.Activity().ToJsonString(), authorization: null);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Single(recorder.Handled);
    }

    [Fact]
    public async Task Where_nothing_is_set_up_nobody_gets_in()
    {
        Recorder recorder = new();
        await using Site site = new() { Instead = recorder.Replace };
        await using var channel = await SignedChannel.Start();
        using var client = site.CreateClient();
        foreach (var header in new[] { null, "Bearer " + channel.Token(), "Bearer " + channel.Token(token => token with { Audience = "" }) })
        {
            using var answer = await SignedChannel.Post(client, channel.Activity().ToJsonString(), header);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
        Assert.Empty(recorder.Handled);
    }

    private static Refusal? Refused(HttpContext call, string? serviceUrl = Local) =>
        new LoopbackOnly(Options.Create(new ConnectorOptions { AllowAnonymousOnLoopback = true }))
            .Refuses(call, new ChannelActivity { ServiceUrl = serviceUrl });

    private static DefaultHttpContext Call(string from = "127.0.0.1", string to = "127.0.0.1")
    {
        DefaultHttpContext http = new();
        http.Connection.RemoteIpAddress = IPAddress.Parse(from);
        http.Connection.LocalIpAddress = IPAddress.Parse(to);
        http.Request.Host = new("localhost", 3978);
        return http;
    }
}
