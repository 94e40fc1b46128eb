using System.Net;

namespace InterviewAgent.Web.Tests.Security;

public sealed class FailurePagesTests : IDisposable
{
    private readonly Site site = new();

    [Fact]
    public async Task A_direct_line_client_that_is_too_fast_gets_an_error_body()
    {
        using var client = site.Stranger();
        var text = "";
        for (var i = 0; i < 200 && !text.Contains("TooManyRequests", StringComparison.Ordinal); i++)
        {
            text = await (await client.PostAsync(
                new Uri("/v3/directline/conversations/x/activities", UriKind.Relative), new StringContent("{}"))).Content.ReadAsStringAsync();
        }

        Assert.Contains("{\"error\":{\"code\":\"TooManyRequests\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_respondent_is_not_shown_the_way_to_the_dashboard()
    {
        using var client = site.Stranger();
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        HttpResponseMessage answer = null!;
        for (var i = 0; i < 200 && answer?.StatusCode != HttpStatusCode.TooManyRequests; i++)
        {
            answer = await client.PostAsync(new Uri("/chat/code", UriKind.Relative), new FormUrlEncodedContent([]));
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answer!.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.DoesNotContain("href=\"/\"", page, StringComparison.Ordinal);
        Assert.Contains("Nothing you said is lost", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_made_up_cookie_a_time_does_not_get_round_the_limit()
    {
        using var client = site.Stranger();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        HttpStatusCode? answer = null;
        for (var i = 0; i < 200 && answer != HttpStatusCode.TooManyRequests; i++)
        {
            using HttpRequestMessage request = new(HttpMethod.Post, "/chat/code") { Content = new FormUrlEncodedContent([]) };
            request.Headers.Add("Cookie", $"interview=made-up-{i}");
            answer = (await client.SendAsync(request)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answer);
    }

    [Fact]
    public async Task Who_follows_a_mail_is_not_shown_the_way_to_the_dashboard_either()
    {
        using var client = site.Stranger();
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        var page = await (await client.GetAsync(new Uri("/m/nothing-of-the-kind/there", UriKind.Relative))).Content.ReadAsStringAsync();
        Assert.DoesNotContain("dashboard", page, StringComparison.Ordinal);
    }

    public void Dispose() => site.Dispose();
}
