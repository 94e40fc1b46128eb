using System.Net;
using InterviewAgent.Privacy;
using InterviewAgent.Tests.LanguageModels;

namespace InterviewAgent.Web.Tests.Dashboard;

/// <summary>A model joins the facts of a call note when somebody presses; what its facts do not say never reaches the page.</summary>
public sealed class CallNoteWordingTests
{
    private const string Said = "The dashboard is green while work still runs outside the product.";

    private static Site With(FakeModelServer server) => new(
        ("LanguageModels:Analysis:Provider", "openai-compatible"), ("LanguageModels:Analysis:Model", "small"), ("LanguageModels:Analysis:Endpoint", server.V1));

    private static object Sentence(string text, params string[] facts) => new { text, facts };

    private static async Task<(string Before, string After)> Pressed(Site site)
    {
        Portfolio portfolio = null!;
        await site.With(async db => portfolio = await Portfolio.Seed(db));
        using var leader = await site.SignedIn();
        var page = $"/flags/{portfolio.Flag.Id}/note";
        var before = WebUtility.HtmlDecode(await leader.GetStringAsync(new Uri(page, UriKind.Relative)));
        using var answer = await Site.PressButton(leader, page);
        return (before, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Sentences_that_name_their_facts_stand_and_no_others()
    {
        await using var server = await FakeModelServer.Start();
        server.Then(ModelReply.Json(new
        {
            sentences = new[]
            {
                Sentence(Said, "f1"), Sentence("Seventeen people, 17 of them, are leaving.", "f1"), Sentence("They feel let down."), Sentence("All will be well.", "f99"),
            },
        }));
        await using var site = With(server);
        var (before, after) = await Pressed(site);
        Assert.Contains("Let the model word why now", before, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, before, StringComparison.Ordinal);
        Assert.Contains(Said, after, StringComparison.Ordinal);
        Assert.Contains("Worded by the model", after, StringComparison.Ordinal);
        foreach (var dropped in new[] { "Seventeen", "let down", "All will be well" })
        {
            Assert.DoesNotContain(dropped, after, StringComparison.Ordinal);
        }

        // It was told counts and kinds, and nobody's words or names.
        var told = Assert.Single(server.Seen).Prompt;
        foreach (var kept in new[] { Portfolio.OpenWords, Portfolio.NamedWords, Portfolio.TotalsWords, "Okafor", "Duarte" })
        {
            Assert.DoesNotContain(kept, told, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_the_model_says_nothing_that_may_stand_the_template_does_and_the_page_says_so()
    {
        await using var server = await FakeModelServer.Start();
        server.Otherwise = _ => ModelReply.Json(new { sentences = new[] { Sentence("They will surely cancel.") } });
        await using var site = With(server);
        var (before, after) = await Pressed(site);
        Assert.Equal(WhyNow(before), WhyNow(after));
        Assert.Contains("the words of the template stand", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_model_nothing_offers_to_ask_one()
    {
        await using var site = new Site();
        Portfolio portfolio = null!;
        await site.With(async db => portfolio = await Portfolio.Seed(db));
        using var leader = await site.SignedIn("M. Rossi", ViewerRole.Leader);
        Assert.DoesNotContain("Let the model", await leader.GetStringAsync(new Uri($"/flags/{portfolio.Flag.Id}/note", UriKind.Relative)), StringComparison.Ordinal);
    }

    private static string WhyNow(string html)
    {
        var from = html.IndexOf("<dt>Why now</dt><dd>", StringComparison.Ordinal);
        Assert.True(from > 0);
        return html[from..html.IndexOf("</dd>", from, StringComparison.Ordinal)];
    }
}
