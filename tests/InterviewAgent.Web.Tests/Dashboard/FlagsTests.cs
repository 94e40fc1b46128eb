using System.Net;
using InterviewAgent.Insights;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Tests.Dashboard;

/// <summary>A flag gets an owner and a day, closes with an outcome, and what the flags were worth stands on their page.</summary>
public sealed class FlagsTests : IDisposable
{
    private readonly Site site = new();

    [Fact]
    public async Task An_open_flag_gets_an_owner_and_a_day()
    {
        var (portfolio, client) = await Enter();
        var answer = await Site.PressButton(client, "/", "/flags?handler=Assign",
            ("id", portfolio.Flag.Id.ToString()), ("owner", "  B. Novak "), ("due", "2031-04-05"), ("back", $"/accounts/{portfolio.Account.Id}"));
        Assert.Equal($"/accounts/{portfolio.Account.Id}", answer.Headers.Location!.ToString());
        await site.With(async db =>
        {
            var flag = await db.Flags.SingleAsync();
            Assert.Equal(("B. Novak", new DateOnly(2031, 4, 5)), (flag.Owner, flag.Due!.Value));
            Assert.Single(await db.Audit.Where(entry => entry.Subject == flag.Id).ToListAsync());
        });
        Assert.Contains("Owner B. Novak", await client.GetStringAsync(new Uri("/", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("due", "yesterday")]
    [InlineData("id", "x")]
    public async Task What_is_no_day_or_no_flag_is_refused(string field, string value)
    {
        var (portfolio, client) = await Enter();
        var answer = await Site.PressButton(client, "/", "/flags?handler=Assign",
            [("id", field == "id" ? value : portfolio.Flag.Id.ToString()), ("owner", "B"), ("due", field == "due" ? value : "2031-04-05")]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task No_address_outside_is_gone_back_to()
    {
        var (portfolio, client) = await Enter();
        var answer = await Site.PressButton(client, "/", "/flags?handler=Assign", ("id", portfolio.Flag.Id.ToString()), ("back", "https://elsewhere.example/"));
        Assert.Equal("/flags", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_page_shows_precision_with_its_interval_and_lead_time()
    {
        var (portfolio, client) = await Enter();
        Assert.Contains("No flag has been judged yet", await client.GetStringAsync(new Uri("/flags", UriKind.Relative)), StringComparison.Ordinal);
        await Site.PressButton(client, "/", "/?handler=Outcome", ("id", portfolio.Flag.Id.ToString()), ("outcome", "Acted"));
        var html = WebUtility.HtmlDecode(await client.GetStringAsync(new Uri("/flags?state=acted", UriKind.Relative)));
        Assert.Contains("1 of 1 judged flag led to an act", html, StringComparison.Ordinal);
        Assert.Contains("100 %, 95 % between 21 % and 100 %", html, StringComparison.Ordinal);
        Assert.Contains("1 flag still to show it", html, StringComparison.Ordinal);
        Assert.Contains(">Vale Fibra</a>", html, StringComparison.Ordinal);
        Assert.DoesNotContain(">Vale Fibra</a>", await client.GetStringAsync(new Uri("/flags?state=open", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leaders_word_becomes_an_example_that_can_be_changed_and_taken_back()
    {
        var (portfolio, client) = await Enter();
        var page = $"/accounts/{portfolio.Account.Id}";
        foreach (var expected in new[] { FlagExpectation.Should, FlagExpectation.ShouldNot })
        {
            await Site.PressButton(client, page, "/flags?handler=Example", ("account", portfolio.Account.Id.ToString()), ("expected", expected.ToString()));
        }
        Guid id = default;
        await site.With(async db =>
        {
            var example = await db.FlagExamples.SingleAsync();
            (id, _) = (example.Id, 0);
            Assert.Equal((FlagExpectation.ShouldNot, "M. Rossi"), (example.Expected, example.SaidBy));
        });
        Assert.Contains("should not be flagged", await client.GetStringAsync(new Uri("/flags", UriKind.Relative)), StringComparison.Ordinal);
        await Site.PressButton(client, "/flags", "/flags?handler=Forget", ("id", id.ToString()));
        await site.With(async db => Assert.Empty(await db.FlagExamples.ToListAsync()));
    }

    [Fact]
    public async Task An_example_of_an_account_that_is_not_there_is_refused()
    {
        var (_, client) = await Enter();
        var answer = await Site.PressButton(client, "/", "/flags?handler=Example", ("account", Guid.NewGuid().ToString()), ("expected", "Should"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<(Portfolio, HttpClient)> Enter()
    {
        Portfolio portfolio = null!;
        await site.With(async db => portfolio = await Portfolio.Seed(db));
        return (portfolio, await site.SignedIn());
    }

    public void Dispose() => site.Dispose();
}
