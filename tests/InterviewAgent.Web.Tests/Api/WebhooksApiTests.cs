using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using InterviewAgent.Privacy.Staff.ApiKeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Api;

public sealed class WebhooksApiTests : IDisposable
{
    private readonly Site site = new();

    public void Dispose() => site.Dispose();

    [Theory]
    [InlineData("GET", "/api/webhooks")]
    [InlineData("POST", "/api/webhooks")]
    [InlineData("DELETE", "/api/webhooks/0198c0de-0000-7000-8000-000000000000")]
    [InlineData("POST", "/api/webhooks/0198c0de-0000-7000-8000-000000000000/rotate")]
    [InlineData("POST", "/api/webhooks/0198c0de-0000-7000-8000-000000000000/resume")]
    public async Task Each_address_wants_a_key_with_the_scope(string method, string address)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(site.Stranger(), method, address)).StatusCode);
        using var other = await With([.. ApiScopes.All.Where(scope => scope != ApiScopes.WebhooksWrite)]);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(other, method, address)).StatusCode);
        using var right = await With([ApiScopes.WebhooksWrite]);
        var status = (await Send(right, method, address)).StatusCode;
        Assert.Equal(address.EndsWith("webhooks", StringComparison.Ordinal) ? method == "GET" ? HttpStatusCode.OK : HttpStatusCode.Created : HttpStatusCode.NotFound, status);
    }

    [Fact]
    public async Task It_is_made_listed_rotated_and_removed_and_its_secret_is_seen_once()
    {
        using var client = await With([ApiScopes.WebhooksWrite]);
        var made = await (await Send(client, "POST", "/api/webhooks")).Content.ReadFromJsonAsync<JsonElement>();
        var (id, secret) = (made.GetProperty("id").GetString(), made.GetProperty("secret").GetString()!);
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(client, "POST", "/api/webhooks")).StatusCode);
        var list = await client.GetStringAsync(new Uri("/api/webhooks", UriKind.Relative));
        Assert.Contains(id!, list, StringComparison.Ordinal);
        Assert.DoesNotContain("ecret", list, StringComparison.Ordinal);
        var rotated = await (await Send(client, "POST", $"/api/webhooks/{id}/rotate")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.NotEqual(secret, rotated.GetProperty("secret").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await Send(client, "DELETE", $"/api/webhooks/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(client, "DELETE", $"/api/webhooks/{id}")).StatusCode);
        await site.With(async db => Assert.Equal(["added a webhook", "rotated a webhook's secret", "removed a webhook"],
            await db.Audit.Where(entry => entry.Who == "api: test" && entry.Did.Contains("webhook")).OrderBy(entry => entry.At).Select(entry => entry.Did).ToListAsync()));
    }

    [Fact]
    public async Task A_key_of_one_owner_makes_and_sees_theirs_alone()
    {
        using var all = await With([ApiScopes.WebhooksWrite]);
        await Send(all, "POST", "/api/webhooks");
        using var own = await With([ApiScopes.WebhooksWrite], "A. Lind");
        Assert.Equal(HttpStatusCode.Forbidden, (await own.PostAsJsonAsync("/api/webhooks", new { url = "https://crm.example.com/o", events = new[] { "flag.opened" }, owner = "B. Other" })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await Send(own, "POST", "/api/webhooks")).StatusCode);
        var seen = (await own.GetFromJsonAsync<JsonElement>("/api/webhooks")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal("A. Lind", Assert.Single(seen).GetProperty("owner").GetString());
    }

    [Theory]
    [InlineData("http://crm.example.com/")]
    [InlineData("https://169.254.169.254/latest")]
    public async Task An_address_that_must_not_be_called_is_refused(string url)
    {
        using var client = await With([ApiScopes.WebhooksWrite]);
        var answer = await client.PostAsJsonAsync("/api/webhooks", new { url, events = new[] { "flag.opened" } });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
    }

    [Fact]
    public async Task A_paused_webhook_is_told_by_the_health_and_does_not_take_the_server_out()
    {
        using var client = await With([ApiScopes.WebhooksWrite]);
        await Send(client, "POST", "/api/webhooks");
        await site.With(db => db.Webhooks.ExecuteUpdateAsync(set => set.SetProperty(row => row.PausedAt, DateTimeOffset.UtcNow)));
        var health = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "Degraded"), (health.StatusCode, await health.Content.ReadAsStringAsync()));
    }

    private async Task<HttpClient> With(IReadOnlyCollection<string> scopes, string? owner = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var key = await scope.ServiceProvider.GetRequiredService<ApiKeyDoor>().Create("test", scopes, owner, "test");
        var client = site.Stranger();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private static async Task<HttpResponseMessage> Send(HttpClient client, string method, string address)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), new Uri(address, UriKind.Relative));
        if (method == "POST" && address == "/api/webhooks")
        {
            request.Content = JsonContent.Create(new { url = "https://crm.example.com/hook", events = new[] { "flag.opened", "digest.ready" } });
        }
        return await client.SendAsync(request);
    }
}
