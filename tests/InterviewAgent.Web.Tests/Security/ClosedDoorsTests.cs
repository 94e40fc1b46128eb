using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Security;

public sealed class ClosedDoorsTests : IDisposable
{
    /// <summary>All that answers a stranger. Whatever is added here is a decision.</summary>
    private static readonly string[] Open = ["i/", "i", "m", "chat", "v3/directline", "webchat/", "api/messages", "privacy", "terms", "health", "sign-in", "api/openapi.json"];

    private readonly Site site = new();

    [Fact]
    public void Only_the_doors_of_the_list_are_open()
    {
        var open = Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(Address);
        Assert.All(open, address => Assert.Contains(Open, door =>
            address == door || address.StartsWith(door.TrimEnd('/') + "/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_other_page_sends_a_stranger_to_the_sign_in_and_a_program_away()
    {
        using var stranger = site.Stranger();
        var closed = Endpoints().Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null).Select(Address).ToList();
        Assert.NotEmpty(closed);
        foreach (var address in closed)
        {
            var path = System.Text.RegularExpressions.Regex.Replace(address, @"\{[^}]+\}", Guid.Empty.ToString());
            var answer = await stranger.GetAsync(new Uri("/" + path, UriKind.Relative));
            if (address.StartsWith("api/", StringComparison.Ordinal))
            {
                Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"/{path}: {answer.StatusCode}");
                continue;
            }

            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"/{path}: {answer.StatusCode}");
            Assert.Contains("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/tokens.css")]
    [InlineData("/nothing-here")]
    [InlineData("/health/live")]
    public async Task Every_answer_carries_the_headers(string path)
    {
        using var stranger = site.Stranger();
        var answer = await stranger.GetAsync(new Uri(path, UriKind.Relative));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_answers_without_a_session(string path)
    {
        using var stranger = site.Stranger();
        Assert.Equal("Healthy", await stranger.GetStringAsync(new Uri(path, UriKind.Relative)));
    }

    private IEnumerable<RouteEndpoint> Endpoints() =>
        site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static string Address(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText!.TrimStart('/');

    public void Dispose() => site.Dispose();
}
