using System.Net;
using InterviewAgent.Insights.SubThemes;
using InterviewAgent.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Tests.Dashboard;

public sealed class ThemePagesTests : IDisposable
{
    private const string Theme = "/themes/operational.old-workflow/spreadsheet";
    private readonly Site site = new();

    [Fact]
    public async Task A_theme_is_listed_under_its_code_by_respondents_own_words_and_opens_what_it_counts()
    {
        using var client = await TwoAccounts();
        var list = await client.GetStringAsync(new Uri("/themes", UriKind.Relative));
        Assert.Contains($"href=\"{Theme}\">Own sheet</a>", list, StringComparison.Ordinal);
        Assert.DoesNotContain("wombat", list, StringComparison.Ordinal);
        var page = await client.GetStringAsync(new Uri(Theme, UriKind.Relative));
        foreach (var shown in new[] { "2 people in 2 accounts", "Vale Fibra", "Other", Portfolio.OpenWords, "Show as table", "#turn-2" })
        {
            Assert.Contains(shown, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_new_since_a_day_is_said()
    {
        using var client = await TwoAccounts();
        var before = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-90).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("<td>new</td>", await client.GetStringAsync(new Uri($"/themes?since={before}", UriKind.Relative)), StringComparison.Ordinal);
        foreach (var odd in new[] { "yesterday", "0001-01-01", "9999-12-31", "2026-13-45" })
        {
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri($"/themes?since={odd}", UriKind.Relative))).StatusCode);
        }
    }

    [Fact]
    public async Task A_person_names_archives_and_splits_a_theme_and_every_decision_is_written_down()
    {
        using var client = await TwoAccounts();
        await Press(client, "Rename", ("name", "<b>Outside</b> the product"));
        Assert.Contains("<h1>&lt;b&gt;Outside&lt;/b&gt; the product</h1>", await client.GetStringAsync(new Uri(Theme, UriKind.Relative)), StringComparison.Ordinal);
        await Press(client, "Archive", ("archived", "true"));
        Assert.DoesNotContain($"\"{Theme}\"", await client.GetStringAsync(new Uri("/themes", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains($"\"{Theme}\"", await client.GetStringAsync(new Uri("/themes?archived=true", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("Not done.", await (await Press(client, "Split", ("word", "the"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Not done.", await (await Press(client, "Merge", ("into", "no such theme"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Press(client, "Split", ("word", "plan"));
        await site.With(async db =>
        {
            Assert.Equal([ThemeDecisionKind.Rename, ThemeDecisionKind.Archive, ThemeDecisionKind.Split],
                await db.ThemeDecisions.OrderBy(decision => decision.Id).Select(decision => decision.Kind).ToListAsync());
            Assert.Equal(3, await db.Audit.CountAsync(entry => entry.Who == "M. Rossi" && EF.Functions.Like(entry.Did, "%operational.old-workflow/spreadsheet%")));
        });
        await site.Rebuilt();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(Theme + "+planning", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(Theme, UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task A_decision_without_the_form_is_refused_and_a_theme_that_is_none_is_not_found()
    {
        using var client = await TwoAccounts();
        using var form = new FormUrlEncodedContent([new("name", "x")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(new Uri(Theme + "?handler=Rename", UriKind.Relative), form)).StatusCode);
        foreach (var path in new[] { "/themes/operational.old-workflow/none", "/themes/no.such/spreadsheet", "/themes/operational.old-workflow/%27%3B--" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        }
    }

    [Fact]
    public async Task A_manager_sees_themes_of_their_own_accounts_and_decides_none()
    {
        (await TwoAccounts()).Dispose();
        using var all = await site.SignedIn("A. Lind", ViewerRole.Manager, "A. Lind");
        Assert.Contains("2 people in 2 accounts", await all.GetStringAsync(new Uri(Theme, UriKind.Relative)), StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Rename", await all.GetStringAsync(new Uri(Theme, UriKind.Relative)), StringComparison.Ordinal);
        await site.With(db => db.Accounts.Where(account => account.Name == "Other").ExecuteUpdateAsync(set => set.SetProperty(account => account.Owner, "B. Sand")));
        Assert.Equal(HttpStatusCode.NotFound, (await all.GetAsync(new Uri(Theme, UriKind.Relative))).StatusCode);
        var code = await all.GetStringAsync(new Uri("/themes/operational.old-workflow", UriKind.Relative));
        Assert.Contains("1 person in 1 account", code, StringComparison.Ordinal);
        Assert.DoesNotContain("Other", code, StringComparison.Ordinal);
        Assert.DoesNotContain("Own sheet", await all.GetStringAsync(new Uri("/themes", UriKind.Relative)), StringComparison.Ordinal);
    }

    private async Task<HttpClient> TwoAccounts()
    {
        await site.With(db => Portfolio.Seed(db));
        await site.With(db => Portfolio.Seed(db, "Other"));
        await site.Rebuilt();
        return await site.SignedIn();
    }

    private static Task<HttpResponseMessage> Press(HttpClient client, string handler, params (string, string)[] fields) =>
        Site.PressButton(client, Theme, $"{Theme}?handler={handler}", fields);

    public void Dispose() => site.Dispose();
}
