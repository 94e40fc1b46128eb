using System.Net;

namespace InterviewAgent.Web.Tests.SignIn;

public sealed class ProviderAwayTests : IDisposable
{
    private readonly Site site = new(
        ("OpenIdConnect:Authority", "http://127.0.0.1:1"), ("OpenIdConnect:ClientId", "dashboard"), ("OpenIdConnect:Roles:leader", "Leader"));

    [Theory]
    [InlineData("/sign-in/provider")]
    [InlineData("/sign-in/returned?code=x&state=y")]
    public async Task Who_signs_in_while_the_provider_is_away_is_told_so_and_it_is_no_fault_of_ours(string address)
    {
        using var client = site.Stranger();
        var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal((HttpStatusCode.Redirect, "/sign-in?why=failed"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    public void Dispose() => site.Dispose();
}
