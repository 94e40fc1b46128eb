using System.Net;
using System.Net.Http.Headers;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Staff.ApiKeys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewAgent.Web.Tests.Dashboard.Exports;

public sealed class ExportListsTests : IAsyncLifetime, IDisposable
{
    private readonly Site site = new();

    public Task InitializeAsync() => site.With(async db =>
    {
        await Portfolio.Seed(db, "=HYPERLINK(\"http://x\")");
        var others = await Portfolio.Seed(db, "Norrsken Glas");
        await db.Accounts.Where(account => account.Id == others.Account.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Owner, "B. Otherwise"));
    });

    [Theory]
    [InlineData("/accounts.csv")]
    [InlineData("/flags.csv")]
    public async Task A_list_is_downloaded_as_far_as_its_reader_sees_and_that_is_audited(string address)
    {
        using var leader = await site.SignedIn();
        var file = await leader.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(("text/csv", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        var table = await file.Content.ReadAsStringAsync();
        Assert.Contains("'=HYPERLINK", table, StringComparison.Ordinal);
        Assert.DoesNotContain(",=", table, StringComparison.Ordinal);
        Assert.Contains("Norrsken Glas", table, StringComparison.Ordinal);
        foreach (var words in new[] { Portfolio.OpenWords, Portfolio.TotalsWords, Portfolio.SentenceKept, "Duarte" })
        {
            Assert.DoesNotContain(words, table, StringComparison.Ordinal);
        }

        using var manager = await site.SignedIn("A. Lind", ViewerRole.Manager, "A. Lind");
        var own = await manager.GetStringAsync(new Uri(address, UriKind.Relative));
        Assert.Contains("HYPERLINK", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Norrsken", own, StringComparison.Ordinal);
        await site.With(async db => Assert.Equal(["A. Lind", "M. Rossi"], await db.Audit.Where(entry => entry.Did.StartsWith("exported")).Select(entry => entry.Who).OrderBy(who => who).ToListAsync()));

        using var researcher = await site.SignedIn("R. Searcher", ViewerRole.Researcher);
        Assert.NotEqual(HttpStatusCode.OK, (await researcher.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await site.Stranger().GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
    }

    [Theory]
    [InlineData("accounts", ApiScopes.AccountsRead)]
    [InlineData("flags", ApiScopes.FlagsRead)]
    public async Task A_program_gets_the_same_table(string list, string scope)
    {
        using var client = site.Stranger();
        await using (var services = site.Services.CreateAsyncScope())
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await services.ServiceProvider.GetRequiredService<ApiKeyDoor>().Create("test", [scope], "B. Otherwise", "test"));
        }
        var table = await client.GetStringAsync(new Uri($"/api/{list}?format=csv", UriKind.Relative));
        Assert.Contains("Norrsken Glas", table, StringComparison.Ordinal);
        Assert.DoesNotContain("HYPERLINK", table, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_link_to_them()
    {
        using var leader = await site.SignedIn();
        Assert.Contains("href=\"/accounts.csv\"", await leader.GetStringAsync(new Uri("/accounts", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("href=\"/flags.csv\"", await leader.GetStringAsync(new Uri("/flags", UriKind.Relative)), StringComparison.Ordinal);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => site.Dispose();
}
