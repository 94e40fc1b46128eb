using System.Net;
using InterviewAgent.Insights;
using InterviewAgent.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Tests.Dashboard;

public sealed class PagesTests : IDisposable
{
    private const string Hostile = """<script>alert(1)</script>"'><img src=x onerror=alert(2)>{{7*7}}""";

    private readonly Site site = new();

    [Fact]
    public async Task Empty_pages_teach_the_next_step()
    {
        using var client = await site.SignedIn();
        foreach (var path in new[] { "/", "/accounts", "/themes", "/interviews" })
        {
            var html = await client.GetStringAsync(new Uri(path, UriKind.Relative));
            Assert.Contains("class=\"empty\"", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Today_says_coverage_first_then_whom_to_call_and_why()
    {
        await site.With(db => Portfolio.Seed(db));
        var html = await Page("/");
        var order = new[] { "1 of 1 account", "1 invited person has", "Vale Fibra", "silent sufferer", Portfolio.OpenWords, "Owner A. Lind", "NotUseful", "Health × voice", "All themes" }
            .Select(words => html.IndexOf(words, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public async Task An_account_s_page_says_in_one_sentence_which_way_its_people_move()
    {
        Portfolio portfolio = null!;
        await site.With(async db => portfolio = await Portfolio.Seed(db));
        AccountReading reading = new(AccountHealth.Green, true, false, false, null, "", [], false, false)
        {
            Trend = new Trend(TrendDirection.Falling, new DateOnly(2026, 3, 6), 2, 4, 5.1, [new PersonMove(Accounts.Role.EndUser, [portfolio.Open.Id.ToString()], 0.67, -1.33)]),
        };
        await site.With(async db =>
        {
            await db.VoiceReadings.Where(row => row.AccountId == portfolio.Account.Id).ExecuteDeleteAsync();
            db.VoiceReadings.Add(new VoiceReading { AccountId = portfolio.Account.Id, At = DateTimeOffset.UtcNow, Reading = System.Text.Json.JsonSerializer.Serialize(reading, System.Text.Json.JsonSerializerOptions.Web) });
            await db.SaveChangesAsync();
        });
        var html = await Page($"/accounts/{portfolio.Account.Id}");
        Assert.Contains("Tone has been falling since 6 Mar 2026", html, StringComparison.Ordinal);
        Assert.Matches($"<a href=\"/interviews/{portfolio.Open.Id}\">end user</a> from 0.7 to (−|&#x2212;)1.3", html);
    }

    [Fact]
    public async Task What_the_week_has_no_room_for_waits()
    {
        foreach (var name in new[] { "Ada", "Bora", "Ceto", "Dione", "Eris", "Fenja", "Gerd" })
        {
            await site.With(db => Portfolio.Seed(db, name));
        }

        await site.With(async db => await db.Flags.Take(1).ExecuteUpdateAsync(flag => flag
            .SetProperty(row => row.Outcome, FlagOutcome.Acted).SetProperty(row => row.ClosedAt, DateTimeOffset.UtcNow)));
        var html = await Page("/");
        Assert.Contains("2 more wait beyond this week&#x27;s budget", html.Replace("week's", "week&#x27;s", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(4, html.Split("id=\"flag-").Length - 1);
    }

    [Fact]
    public async Task A_quote_opens_its_turn()
    {
        Portfolio portfolio = null!;
        await site.With(async db => portfolio = await Portfolio.Seed(db));
        var link = $"/interviews/{portfolio.Open.Id}#turn-2";
        Assert.Contains(link, await Page("/"), StringComparison.Ordinal);
        var transcript = await Page($"/interviews/{portfolio.Open.Id}");
        Assert.Contains("id=\"turn-2\"", transcript, StringComparison.Ordinal);
        Assert.Contains($"<mark>{Portfolio.OpenWords}</mark>", transcript, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_kept_to_totals_appear_on_no_page()
    {
        Portfolio portfolio = null!;
        await site.With(async db => portfolio = await Portfolio.Seed(db));
        await site.With(db => Portfolio.Seed(db, "Other"));
        await site.Rebuilt();
        using var client = await site.SignedIn();
        var pages = await Crawl.All(client);
        Assert.True(pages.Count > 10, $"only {pages.Count} pages were found");
        foreach (var (path, html) in pages)
        {
            foreach (var kept in new[] { "zebrafinch", "quartz", "wombat", "velvet", "Zaphod", "Quillfeather", portfolio.Kept.Id.ToString(), "Output not believed", "Worn out" })
            {
                Assert.False(html.Contains(kept, StringComparison.OrdinalIgnoreCase), $"{path} shows {kept}");
            }
        }

        Assert.Contains(pages.Values, html => html.Contains("[hidden to protect]", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri($"/interviews/{portfolio.Kept.Id}", UriKind.Relative))).StatusCode);
        foreach (var code in new[] { "trust.output", "capacity.fatigue" })
        {
            Assert.Contains("Nobody has said this", await client.GetStringAsync(new Uri($"/themes/{code}", UriKind.Relative)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Names_stand_only_where_they_were_allowed()
    {
        await site.With(db => Portfolio.Seed(db));
        using var client = await site.SignedIn();
        var pages = await Crawl.All(client);
        Assert.DoesNotContain(pages.Values, html => html.Contains("Duarte", StringComparison.Ordinal));
        Assert.Contains(pages.Values, html => html.Contains("Okafor", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hostile_names_are_shown_and_never_run()
    {
        await site.With(db => Portfolio.Seed(db, Hostile));
        await site.Rebuilt();
        using var client = await site.SignedIn(Hostile);
        // A table is no page: no browser shows it, and what a spreadsheet would run is SafeCsv's matter.
        foreach (var (path, html) in (await Crawl.All(client, "/accounts?q=" + Uri.EscapeDataString(Hostile))).Where(page => !page.Key.EndsWith(".csv", StringComparison.Ordinal)))
        {
            Assert.False(html.Contains("<script>alert", StringComparison.OrdinalIgnoreCase), path);
            Assert.False(html.Contains("<img", StringComparison.OrdinalIgnoreCase), path);
        }
    }

    [Theory]
    [InlineData("Acted", FlagOutcome.Acted)]
    [InlineData("AlreadyKnown", FlagOutcome.AlreadyKnown)]
    [InlineData("NotUseful", FlagOutcome.NotUseful)]
    public async Task An_outcome_closes_the_flag_once_and_can_be_taken_back(string pressed, FlagOutcome expected)
    {
        Portfolio portfolio = null!;
        await site.With(async db => portfolio = await Portfolio.Seed(db));
        using var client = await site.SignedIn();
        var id = portfolio.Flag.Id.ToString();
        await Site.PressButton(client, "/", "/?handler=Outcome", ("id", id), ("outcome", pressed));
        await site.With(async db => Assert.Equal(expected, (await db.Flags.SingleAsync()).Outcome));
        Assert.DoesNotContain("handler=Outcome", await client.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
        await Site.PressButton(client, $"/?closed={id}", "/?handler=Reopen", ("id", id));
        await site.With(async db =>
        {
            Assert.Null((await db.Flags.SingleAsync()).Outcome);
            Assert.Equal(2, await db.Audit.CountAsync(entry => entry.Subject == portfolio.Flag.Id && entry.Who == "M. Rossi"));
        });
    }

    [Fact]
    public async Task A_flag_that_was_taken_back_calls_nobody()
    {
        Portfolio portfolio = null!;
        await site.With(async db => portfolio = await Portfolio.Seed(db));
        await site.With(db => db.Flags.ExecuteUpdateAsync(flag => flag.SetProperty(row => row.ClosedAt, DateTimeOffset.UtcNow)));
        await site.With(db => new InterviewAgent.Insights.Summaries.SummariseAccount(db).Of(portfolio.Account.Id));
        Assert.Contains("No open flags", await Page("/"), StringComparison.Ordinal);
        Assert.DoesNotContain(">Vale Fibra</a>", await Page("/accounts?flag=any"), StringComparison.Ordinal);
        Assert.Contains("taken back", await Page($"/accounts/{portfolio.Account.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outcome_that_does_not_exist_is_refused()
    {
        await site.With(db => Portfolio.Seed(db));
        using var client = await site.SignedIn();
        var answer = await Site.PressButton(client, "/", "/?handler=Outcome", ("id", "x"), ("outcome", "99"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Opening_a_transcript_is_written_down()
    {
        Portfolio portfolio = null!;
        await site.With(async db => portfolio = await Portfolio.Seed(db));
        using var client = await site.SignedIn();
        await client.GetStringAsync(new Uri($"/interviews/{portfolio.Open.Id}", UriKind.Relative));
        AuditEntry entry = null!;
        await site.With(async db => entry = await db.Audit.SingleAsync(row => row.Subject == portfolio.Open.Id));
        Assert.Equal(("M. Rossi", "opened a transcript"), (entry.Who, entry.Did));
    }

    [Fact]
    public async Task What_does_not_exist_gets_one_kind_page()
    {
        using var client = await site.SignedIn();
        foreach (var path in new[] { $"/accounts/{Guid.NewGuid()}", $"/interviews/{Guid.NewGuid()}", "/themes/no.such", "/nowhere", "/accounts/x" })
        {
            var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("nothing at this address", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("?health=green", true)]
    [InlineData("?health=red", false)]
    [InlineData("?flag=silent", true)]
    [InlineData("?flag=risk", false)]
    [InlineData("?voice=low", true)]
    [InlineData("?voice=high", false)]
    [InlineData("?q=vale", true)]
    [InlineData("?q=fib%25", false)]
    [InlineData("?owner=A.%20Lind&segment=mid-market&quiet=yes", true)]
    [InlineData("?sort=-voice&p=99", true)]
    [InlineData("?sort=nonsense", true)]
    public async Task The_portfolio_filters_by_its_address(string query, bool found)
    {
        await site.With(db => Portfolio.Seed(db));
        var html = await Page("/accounts" + query);
        Assert.Equal(found, html.Contains(">Vale Fibra</a>", StringComparison.Ordinal));
    }

    private async Task<string> Page(string path)
    {
        using var client = await site.SignedIn();
        return WebUtility.HtmlDecode(await client.GetStringAsync(new Uri(path, UriKind.Relative)));
    }

    public void Dispose() => site.Dispose();
}
