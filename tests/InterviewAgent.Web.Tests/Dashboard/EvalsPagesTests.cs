using System.Net;
using InterviewAgent.Evals.Runs;
using InterviewAgent.Privacy;
using InterviewAgent.Web.Tests.Channels.WebChat;
using Microsoft.Playwright;

namespace InterviewAgent.Web.Tests.Dashboard;

public sealed class EvalsPagesTests : IDisposable
{
    private readonly KeptRuns runs = KeptRuns.Write();
    private readonly Site site;

    public EvalsPagesTests() => site = new Site(("Evals:Folder", runs.Folder));

    [Fact]
    public async Task The_list_says_what_ran_when_on_what_and_how_it_compares()
    {
        using var client = await Researcher();
        var html = await client.GetStringAsync(new Uri("/evals", UriKind.Relative));
        foreach (var part in new[] { "4 runs", "href=\"/evals/before\"", "2026-03-02 09:30", "built-in 1", "prompts-1", "right <span class=\"nowrap\">75.0 (", "before: before", "href=\"/evals/after/report\"", "not finished", "&lt;img src=x&gt;" })
        {
            Assert.Contains(part, html, StringComparison.Ordinal);
        }

        Assert.Contains(runs.Verdict, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        foreach (var left in new[] { "nothing", "secret", "-dash", "<img" })
        {
            Assert.DoesNotContain(left, html, StringComparison.Ordinal);
        }

        var intents = await client.GetStringAsync(new Uri("/evals?suite=intent", UriKind.Relative));
        Assert.Contains("2 runs of intent", intents, StringComparison.Ordinal);
        Assert.DoesNotContain("/evals/before\"", intents, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_has_all_its_figures_with_intervals_and_where_they_come_from()
    {
        using var client = await Researcher();
        var html = await client.GetStringAsync(new Uri("/evals/after", UriKind.Relative));
        foreach (var part in new[] { "gate got 10 of 40 items", "25.0", "91.0", "prompts-2", "data-1", "/evals/compare?before=before&amp;after=after", "no model asked", "R1" })
        {
            Assert.Contains(part, html, StringComparison.Ordinal);
        }

        Assert.Contains("evals run intent --out interrupted", await client.GetStringAsync(new Uri("/evals/interrupted", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_runs_stand_side_by_side_and_only_the_command_line_says_what_is_real()
    {
        using var client = await Researcher();
        var said = await client.GetStringAsync(new Uri("/evals/compare?before=before&after=after", UriKind.Relative));
        foreach (var part in new[] { "75.0 (", "25.0 (", "prompts-1", "differs", "same", WebUtility.HtmlEncode(runs.Verdict) })
        {
            Assert.Contains(part, said, StringComparison.Ordinal);
        }

        Assert.Contains("evals compare after before", await client.GetStringAsync(new Uri("/evals/compare?before=after&after=before", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("do not stand for the same thing", await client.GetStringAsync(new Uri("/evals/compare?before=before&after=other", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("has no figures yet", await client.GetStringAsync(new Uri("/evals/compare?before=other&after=interrupted", UriKind.Relative)), StringComparison.Ordinal);
        foreach (var address in new[] { "/evals/compare", "/evals/compare?before=before", "/evals/compare?before=../before&after=after" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(address, UriKind.Relative))).StatusCode);
        }
    }

    [Fact]
    public async Task Figures_of_an_earlier_run_of_the_same_name_are_not_shown_as_this_ones()
    {
        File.WriteAllText(runs.Path("after"), File.ReadAllText(runs.Path("after")).Replace("prompts-2", "prompts-9", StringComparison.Ordinal));
        File.WriteAllText(runs.Beside("before.summary.json"), "{\"items\":");
        using var client = await Researcher();
        Assert.DoesNotContain("10 of 40", await client.GetStringAsync(new Uri("/evals/after", UriKind.Relative)), StringComparison.Ordinal);
        Assert.DoesNotContain("30 of 40", await client.GetStringAsync(new Uri("/evals/before", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/evals/..%2fappsettings/report")]
    [InlineData("/evals/%2e%2e%2f%2e%2e%2fetc%2fpasswd/report")]
    [InlineData("/evals/after.html/report")]
    [InlineData("/evals/secret/report")]
    [InlineData("/evals/before/report")]
    [InlineData("/evals/-dash")]
    [InlineData("/evals/nothing")]
    [InlineData("/evals/AFTER")]
    [InlineData("/evals/linked")]
    [InlineData("/evals/linked/report")]
    public async Task Only_names_that_are_there_are_opened(string address)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(runs.Beside("linked.jsonl"), runs.Path("after"));
            File.CreateSymbolicLink(runs.Beside("linked.html"), "/etc/passwd");
        }

        using var client = await Researcher();
        var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
    }

    [Fact]
    public async Task A_report_is_served_as_it_was_written_in_a_sandbox_of_its_own()
    {
        using var client = await Researcher();
        var answer = await client.GetAsync(new Uri("/evals/after/report", UriKind.Relative));
        Assert.Equal(await File.ReadAllBytesAsync(runs.Beside("after.html")), await answer.Content.ReadAsByteArrayAsync());
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("sandbox allow-scripts; default-src 'none'; script-src 'sha256-", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("allow-same-origin", policy, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task In_a_browser_the_reports_own_script_runs_and_no_other()
    {
        File.WriteAllText(runs.Beside("before.html"), File.ReadAllText(runs.Beside("after.html")).Replace("<h1>", "<script>document.title='owned'</script><h1>", StringComparison.Ordinal)
            .Replace("http-equiv=\"Content-Security-Policy\"", "name=\"none\"", StringComparison.Ordinal));
        var address = site.Listen();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Launch(playwright);
        var page = await browser.NewPageAsync();
        await page.GotoAsync($"{address}/sign-in/{await site.NewSignInToken("Researcher", ViewerRole.Researcher)}");
        await page.ClickAsync("button");
        await page.WaitForURLAsync("**/evals"); // Their own room, not a closed door.
        foreach (var name in new[] { "after", "before" })
        {
            await page.GotoAsync($"{address}/evals/{name}/report");
            await Assertions.Expect(page.Locator("#count")).ToContainTextAsync("of 40 items");
            Assert.NotEqual("owned", await page.TitleAsync());
            Assert.Equal("null", await page.EvaluateAsync<string>("self.origin"));
        }
    }

    [Fact]
    public async Task An_empty_folder_teaches_the_commands()
    {
        foreach (var folder in new[] { Directory.CreateTempSubdirectory("interview-agent-runs-").FullName, "/nowhere/at/all" })
        {
            using Site empty = new(("Evals:Folder", folder));
            using var client = await empty.SignedIn("Researcher", ViewerRole.Researcher);
            var html = await client.GetStringAsync(new Uri("/evals", UriKind.Relative));
            Assert.Contains("class=\"empty\"", html, StringComparison.Ordinal);
            Assert.Contains("interview-agent evals run gate --out before", html, StringComparison.Ordinal);
        }
    }

    private Task<HttpClient> Researcher() => site.SignedIn("Researcher", ViewerRole.Researcher);

    public void Dispose()
    {
        site.Dispose();
        runs.Dispose();
    }
}
