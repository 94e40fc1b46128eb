using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Web.Tests.Channels.DirectLine;

public sealed class ConformanceGuideTests
{
    private const string Secret = "a-secret-of-the-tests";
    private static readonly (string, string)[] On = [("DirectLine:ConformanceGuide", "true"), ("DirectLine:Secret", Secret)];

    [Fact]
    public async Task The_secret_opens_the_guide_and_leaves_nothing_in_the_store()
    {
        using Site site = new(On);
        using var http = Http(site);
        var token = await Generated(http, new { user = new { id = "dl_ada" } });
        DirectLineClient chat = new(http, token.GetProperty("token").GetString()!, token.GetProperty("conversationId").GetString()!);
        Assert.Equal(HttpStatusCode.Created, (await chat.Post("conversations", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await chat.Post("conversations", new { })).StatusCode);
        await chat.Say("Hello", "c1");
        Assert.Equal(await chat.Say("card", "c2"), await chat.Say("card", "c2"));
        var (activities, _) = await chat.Activities();
        Assert.Equal(5, activities.Count);
        Assert.Equal("dl_ada", activities[1].GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("You wrote: Hello", activities[2].GetProperty("text").GetString());
        Assert.True(activities[4].TryGetProperty("attachments", out _));
        await site.With(async db =>
        {
            Assert.False(await db.Interviews.AnyAsync());
            Assert.False(await db.Accounts.AnyAsync());
            Assert.False(await db.Turns.AnyAsync());
        });
    }

    [Theory]
    [InlineData("ada")]
    [InlineData("dl_")]
    [InlineData("dl_\"><script>")]
    public async Task An_id_that_is_none_is_replaced_by_one_of_ours(string asked)
    {
        using Site site = new(On);
        using var http = Http(site);
        var token = (await Generated(http, new { User = new { Id = asked } })).GetProperty("token").GetString()!;
        var user = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[1])).RootElement.GetProperty("user").GetString();
        Assert.Matches("^dl_[0-9a-f]{32}$", user);
    }

    [Fact]
    public async Task The_secret_itself_starts_and_reads_conversations_and_refreshes_nothing()
    {
        using Site site = new(On);
        using var http = Http(site);
        DirectLineClient chat = new(http, Secret, "");
        var started = await chat.Post("conversations", new { user = new { id = "dl_ada" } });
        Assert.Equal(HttpStatusCode.Created, started.StatusCode);
        var id = (await started.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("conversationId").GetString();
        Assert.Equal(HttpStatusCode.OK, (await chat.Get($"conversations/{id}/activities")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await chat.Get($"conversations/{Guid.NewGuid():N}/activities")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await chat.Post("tokens/refresh", null)).StatusCode);
    }

    [Fact]
    public async Task The_secret_reaches_no_interview()
    {
        using Site site = new(On);
        using var http = Http(site);
        var invited = await Invited.To(site);
        DirectLineClient chat = new(http, Secret, "");
        Assert.Equal(HttpStatusCode.Forbidden, (await chat.Get($"conversations/{invited.CheckInId:N}/activities")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await chat.Get($"conversations/{invited.CheckInId:N}")).StatusCode);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Host", "rebound.example")]
    public async Task A_caller_that_came_by_a_proxy_or_a_rebound_name_is_refused(string header, string value)
    {
        using Site site = new(On);
        using var http = Http(site);
        var token = (await Generated(http, new { })).GetProperty("token").GetString()!;
        using var from = new HttpClient { BaseAddress = http.BaseAddress };
        from.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        Assert.Equal(HttpStatusCode.Forbidden, (await Generate(from, new { }, Secret)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await new DirectLineClient(from, token, "").Post("conversations", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await from.GetAsync(new Uri("/chat/conformance", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Off_as_it_is_unless_switched_on_the_secret_opens_nothing()
    {
        using Site site = new(("DirectLine:Secret", Secret));
        using var http = Http(site);
        Assert.Equal(HttpStatusCode.Forbidden, (await Generate(http, new { }, Secret)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await Generate(http, new { }, "")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await new DirectLineClient(http, Secret, "").Post("conversations", new { })).StatusCode);
        Assert.DoesNotContain("conformance", await http.GetStringAsync(new Uri("/chat/conformance", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Links:PublicAddress", "https://interviews.example.com")]
    [InlineData("DirectLine:Secret", "short")]
    public void A_server_that_others_reach_or_without_a_secret_does_not_start(string key, string value)
    {
        using Site site = new([.. On.Where(one => one.Item1 != key), (key, value)]);
        Assert.Contains(key, Assert.Throws<OptionsValidationException>(() => site.CreateClient()).Message, StringComparison.Ordinal);
    }

    private static HttpClient Http(Site site) => new() { BaseAddress = new Uri(site.Listen()) };

    private static async Task<JsonElement> Generated(HttpClient http, object body)
    {
        var answer = await Generate(http, body, Secret);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<HttpResponseMessage> Generate(HttpClient http, object body, string secret)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("/v3/directline/tokens/generate", UriKind.Relative)) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret.Length == 0 ? "-" : secret);
        return await http.SendAsync(request);
    }
}
