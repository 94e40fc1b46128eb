using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using InterviewAgent.Privacy.Staff.ApiKeys;
using InterviewAgent.Web.Tests.Dashboard;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Api;

public sealed class ApiTests : IAsyncLifetime, IDisposable
{
    private const string Accounts = "id,name,contract_signed_on,owner\nnew-1,Fenwright,2026-03-02,A. Lind\n";
    private readonly Site site = new();
    private Portfolio mine = null!;
    private Portfolio others = null!;

    public Task InitializeAsync() => site.With(async db =>
    {
        mine = await Portfolio.Seed(db, "Vale Fibra");
        others = await Portfolio.Seed(db, "Norrsken Glas");
        await db.Accounts.Where(account => account.Id == others.Account.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Owner, "B. Otherwise"));
    });

    public static TheoryData<string, string, string> Addresses() => new()
    {
        { "GET", "/api/accounts", ApiScopes.AccountsRead }, { "GET", "/api/flags", ApiScopes.FlagsRead }, { "GET", "/api/findings", ApiScopes.FindingsRead },
        { "POST", "/api/imports", ApiScopes.AccountsWrite }, { "POST", "/api/flags/{flag}/outcome", ApiScopes.FlagsWrite },
    };

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task Each_address_wants_a_key_with_its_scope(string method, string address, string scope)
    {
        address = address.Replace("{flag}", mine.Flag.Id.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(site.Stranger(), method, address)).StatusCode);
        using var session = await site.SignedIn();
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(session, method, address)).StatusCode);
        using var other = await With([.. ApiScopes.All.Where(one => one != scope)]);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(other, method, address)).StatusCode);
        using var right = await With([scope]);
        Assert.Equal(HttpStatusCode.OK, (await Send(right, method, address)).StatusCode);
    }

    [Theory]
    [InlineData("ia_")]
    [InlineData("ia_0.x")]
    [InlineData("nonsense")]
    [InlineData("ia_{id}.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_key_opens_nothing(string key)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var real = await scope.ServiceProvider.GetRequiredService<ApiKeyDoor>().Create("x", ApiScopes.All.ToList(), null, "test");
        using var client = site.Stranger();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key.Replace("{id}", real[3..35], StringComparison.Ordinal));
        var answer = await client.GetAsync(new Uri("/api/accounts", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_revoked_key_opens_nothing_and_no_key_opens_a_page()
    {
        using var client = await With([ApiScopes.AccountsRead]);
        Assert.Equal(HttpStatusCode.Redirect, (await client.GetAsync(new Uri("/accounts", UriKind.Relative))).StatusCode);
        await site.With(db => db.ApiKeys.ExecuteUpdateAsync(set => set.SetProperty(key => key.RevokedAt, DateTimeOffset.UtcNow)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri("/api/accounts", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_key_of_one_owner_sees_their_accounts_alone()
    {
        using var client = await With([.. ApiScopes.All], "A. Lind");
        foreach (var address in new[] { "/api/accounts", "/api/flags", "/api/findings", $"/api/findings?account={others.Account.Id}" })
        {
            var text = await client.GetStringAsync(new Uri(address, UriKind.Relative));
            Assert.DoesNotContain("Norrsken", text, StringComparison.Ordinal);
            Assert.DoesNotContain(others.Account.Id.ToString(), text, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await Send(client, "POST", $"/api/flags/{others.Flag.Id}/outcome")).StatusCode);
        await site.With(async db => Assert.Null((await db.Flags.SingleAsync(row => row.Id == others.Flag.Id)).Outcome));
    }

    [Fact]
    public async Task Words_kept_to_totals_and_names_not_allowed_are_not_in_it()
    {
        using var client = await With([ApiScopes.FindingsRead]);
        var text = await client.GetStringAsync(new Uri("/api/findings", UriKind.Relative));
        Assert.Contains(Portfolio.OpenWords, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Portfolio.TotalsWords, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Portfolio.SentenceKept, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Duarte", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_lead_through_everything_once()
    {
        using var client = await With([ApiScopes.FindingsRead]);
        List<string> seen = [];
        string? next = null;
        do
        {
            var page = await client.GetFromJsonAsync<JsonElement>(new Uri($"/api/findings?limit=1{(next is null ? "" : "&after=" + next)}", UriKind.Relative));
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
        Assert.Equal(4, seen.Count);
        Assert.Equal(seen.Distinct(), seen);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync(new Uri("/api/findings?after=made-up", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync(new Uri("/api/findings?limit=0", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task An_import_is_all_or_nothing_and_names_each_place_and_mend()
    {
        using var client = await With([ApiScopes.AccountsWrite]);
        var refused = await Import(client, Accounts + "new-2,,2026-99-02,\n");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.All(problem.GetProperty("problems").EnumerateArray(), one => Assert.Equal(3, one.GetProperty("line").GetInt32()));
        await site.With(async db => Assert.False(await db.Accounts.AnyAsync(account => account.ExternalId == "new-1")));
        Assert.Equal(HttpStatusCode.OK, (await Import(client, Accounts)).StatusCode);
        await site.With(async db => Assert.True(await db.Accounts.AnyAsync(account => account.ExternalId == "new-1")));
        Assert.Equal(HttpStatusCode.BadRequest, (await Import(client, "no,such,columns\n1,2,3\n")).StatusCode);
    }

    [Fact]
    public async Task The_same_request_again_gets_the_same_answer_and_another_one_under_its_key_is_refused()
    {
        using var client = await With([ApiScopes.AccountsWrite]);
        var first = await Import(client, Accounts, "k-1");
        var again = await Import(client, Accounts, "k-1");
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Contains("\"added\":1", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Import(client, Accounts + "new-3,Other,2026-03-02,\n", "k-1")).StatusCode);
        Assert.Contains("\"unchanged\":1", await (await Import(client, Accounts, "k-2")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_verdict_closes_nothing_and_a_key_of_one_owner_imports_nothing()
    {
        using var client = await With([ApiScopes.FlagsWrite, ApiScopes.AccountsWrite]);
        var empty = await client.PostAsync(new Uri($"/api/flags/{mine.Flag.Id}/outcome", UriKind.Relative), JsonContent.Create(new { }));
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        using var owners = await With([ApiScopes.AccountsWrite], "A. Lind");
        Assert.Equal(HttpStatusCode.Forbidden, (await Import(owners, Accounts)).StatusCode);
    }

    [Fact]
    public async Task Another_verdict_under_the_same_idempotency_key_is_refused()
    {
        using var client = await With([ApiScopes.FlagsWrite]);
        foreach (var (outcome, status) in new[] { ("Acted", HttpStatusCode.OK), ("NotUseful", HttpStatusCode.UnprocessableEntity) })
        {
            using HttpRequestMessage request = new(HttpMethod.Post, new Uri($"/api/flags/{mine.Flag.Id}/outcome", UriKind.Relative)) { Content = JsonContent.Create(new { outcome }) };
            request.Headers.Add("Idempotency-Key", "k-9");
            Assert.Equal(status, (await client.SendAsync(request)).StatusCode);
        }
    }

    [Fact]
    public async Task Of_two_verdicts_the_first_stands()
    {
        using var client = await With([ApiScopes.FlagsWrite]);
        Assert.Equal(HttpStatusCode.OK, (await Send(client, "POST", $"/api/flags/{mine.Flag.Id}/outcome")).StatusCode);
        var second = await client.PostAsync(new Uri($"/api/flags/{mine.Flag.Id}/outcome", UriKind.Relative), JsonContent.Create(new { outcome = "NotUseful" }));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
    }

    [Fact]
    public async Task The_document_names_every_address_and_its_scope()
    {
        var document = await site.Stranger().GetFromJsonAsync<JsonElement>(new Uri("/api/openapi.json", UriKind.Relative));
        var text = document.GetProperty("paths").ToString();
        Assert.All(Addresses(), row => Assert.Contains((string)((object[])row)[2], text, StringComparison.Ordinal));
        Assert.DoesNotContain("directline", text, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<HttpClient> With(IReadOnlyCollection<string> scopes, string? owner = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var key = await scope.ServiceProvider.GetRequiredService<ApiKeyDoor>().Create("test", scopes, owner, "test");
        var client = site.Stranger();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private static Task<HttpResponseMessage> Send(HttpClient client, string method, string address) => method == "GET"
        ? client.GetAsync(new Uri(address, UriKind.Relative))
        : address.EndsWith("imports", StringComparison.Ordinal) ? Import(client, Accounts)
        : client.PostAsync(new Uri(address, UriKind.Relative), JsonContent.Create(new { outcome = "Acted" }));

    private static async Task<HttpResponseMessage> Import(HttpClient client, string csv, string? once = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri("/api/imports", UriKind.Relative)) { Content = new StringContent(csv, Encoding.UTF8, "text/csv") };
        if (once is not null)
        {
            request.Headers.Add("Idempotency-Key", once);
        }
        return await client.SendAsync(request);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => site.Dispose();
}
