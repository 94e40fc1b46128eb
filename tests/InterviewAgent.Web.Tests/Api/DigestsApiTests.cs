using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Privacy.Staff.ApiKeys;
using InterviewAgent.Web.Tests.Dashboard;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Api;

public sealed class DigestsApiTests : IAsyncLifetime, IDisposable
{
    private readonly Site site = new();
    private Portfolio mine = null!, others = null!;
    private Guid all, own, other;

    public async Task InitializeAsync()
    {
        await site.With(async db =>
        {
            mine = await Portfolio.Seed(db, "Vale Fibra");
            others = await Portfolio.Seed(db, "Norrsken Glas");
            await db.Accounts.Where(account => account.Id == others.Account.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Owner, "B. Otherwise"));
        });
        await site.Rebuilt();
        (all, own, other) = (await Keep(null), await Keep("A. Lind"), await Keep("B. Otherwise"));
    }

    [Fact]
    public async Task A_key_gets_the_digests_of_its_reader_and_no_others()
    {
        using var leader = await With([ApiScopes.DigestsRead]);
        using var manager = await With([ApiScopes.DigestsRead], "A. Lind");
        Assert.Equal([all], await Ids(leader));
        Assert.Equal([own], await Ids(manager));
        foreach (var id in new[] { all, other, Guid.NewGuid() })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(new Uri($"/api/digests/{id}", UriKind.Relative))).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await leader.GetAsync(new Uri($"/api/digests/{own}", UriKind.Relative))).StatusCode);
        var text = await manager.GetStringAsync(new Uri($"/api/digests/{own}", UriKind.Relative));
        Assert.DoesNotContain("Norrsken", text, StringComparison.Ordinal);
        using var without = await With([.. ApiScopes.All.Where(scope => scope != ApiScopes.DigestsRead)]);
        Assert.Equal(HttpStatusCode.Forbidden, (await without.GetAsync(new Uri("/api/digests", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Stranger().GetAsync(new Uri($"/api/digests/{all}", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Every_sentence_says_what_it_counts_and_where_it_is_opened_and_none_has_words()
    {
        using var client = await With([ApiScopes.DigestsRead]);
        var digest = await client.GetFromJsonAsync<JsonElement>(new Uri($"/api/digests/{all}", UriKind.Relative));
        var sentences = digest.GetProperty("sentences").EnumerateArray().ToList();
        Assert.NotEmpty(sentences);
        Assert.All(sentences, sentence => Assert.True(sentence.GetProperty("people").GetInt32() >= 0 && Enum.IsDefined(Enum.Parse<DigestSection>(sentence.GetProperty("section").GetString()!))));
        Assert.Contains(sentences, sentence => sentence.GetProperty("url").GetString() is { } url && url.StartsWith("http", StringComparison.Ordinal));
        foreach (var words in new[] { Portfolio.OpenWords, Portfolio.TotalsWords, Portfolio.SentenceKept, "Duarte" })
        {
            Assert.DoesNotContain(words, digest.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_comes_as_Markdown_too()
    {
        using var client = await With([ApiScopes.DigestsRead]);
        var asked = await client.GetAsync(new Uri($"/api/digests/{all}?format=markdown", UriKind.Relative));
        Assert.Equal("text/markdown", asked.Content.Headers.ContentType!.MediaType);
        var text = await asked.Content.ReadAsStringAsync();
        Assert.StartsWith("# ", text, StringComparison.Ordinal);
        using HttpRequestMessage request = new(HttpMethod.Get, new Uri($"/api/digests/{all}", UriKind.Relative));
        request.Headers.Accept.ParseAdd("text/markdown");
        Assert.Equal(text, await (await client.SendAsync(request)).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_account_that_went_to_another_owner_is_in_it_no_more()
    {
        await site.With(db => db.Accounts.Where(account => account.Id == mine.Account.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Owner, "B. Otherwise")));
        using var manager = await With([ApiScopes.DigestsRead], "A. Lind");
        foreach (var format in new[] { "json", "markdown" })
        {
            Assert.DoesNotContain("Vale Fibra", await manager.GetStringAsync(new Uri($"/api/digests/{own}?format={format}", UriKind.Relative)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_key_that_asks_too_often_is_told_when_to_come_again()
    {
        using var client = await With([ApiScopes.DigestsRead]);
        HttpResponseMessage answer;
        var asked = 0;
        do
        {
            answer = await client.GetAsync(new Uri("/api/digests?limit=0", UriKind.Relative));
        }
        while (answer.StatusCode != HttpStatusCode.TooManyRequests && ++asked < 3000);
        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.True(answer.Headers.RetryAfter!.Delta >= TimeSpan.FromSeconds(1));
        using var another = await With([ApiScopes.DigestsRead]);
        Assert.Equal(HttpStatusCode.OK, (await another.GetAsync(new Uri("/api/digests", UriKind.Relative))).StatusCode);
    }

    private async Task<Guid> Keep(string? owner)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<KeepDigest>().Of(owner)).Id;
    }

    private static async Task<IEnumerable<Guid>> Ids(HttpClient client) =>
        (await client.GetFromJsonAsync<JsonElement>(new Uri("/api/digests", UriKind.Relative))).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid());

    private async Task<HttpClient> With(IReadOnlyCollection<string> scopes, string? owner = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var client = site.Stranger();
        client.DefaultRequestHeaders.Accept.Clear();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await scope.ServiceProvider.GetRequiredService<ApiKeyDoor>().Create("test", scopes, owner, "test"));
        return client;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => site.Dispose();
}
