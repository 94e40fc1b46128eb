using System.Net;
using InterviewAgent.Accounts;

namespace InterviewAgent.Web.Tests.Dashboard;

/// <summary>The ledgers on the page of an account: in their order, in allowed words only.</summary>
public sealed class AccountLedgersTests : IDisposable
{
    private readonly Site site = new();

    [Fact]
    public async Task The_page_leads_from_what_changed_through_promises_and_timeline_to_the_words()
    {
        var html = await Page();
        int[] order = [.. new[]
            {
                "Last heard at", "id=\"promises\"", "Buyer&#x27;s side", "id=\"timeline\"", "Show as table", "id=\"readiness\"", "id=\"commitments\"",
                "id=\"value\"", "id=\"old-way\"", ">Friction", "named only where they allow it", "how far the invitations got",
            }.Select(words => html.IndexOf(WebUtility.HtmlDecode(words), StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
    }

    [Fact]
    public async Task A_promise_stands_with_each_sides_dated_sentence_and_no_side_is_made_to_agree()
    {
        var html = await Page();
        var row = Between(html, "The board moved the sheet", "</tr>");
        Assert.Contains(Portfolio.NamedWords, row, StringComparison.Ordinal);
        Assert.Contains(Portfolio.OpenWords, row, StringComparison.Ordinal);
        Assert.Contains("diverging", row, StringComparison.Ordinal);
        var other = Between(html, "Fewer visits", "</tr>");
        Assert.Contains("nobody spoke of it", other, StringComparison.Ordinal);
        Assert.Contains("unknown", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_old_way_is_told_by_role_with_its_words_and_a_rung_nobody_spoke_of_says_so()
    {
        var html = await Page();
        Assert.Contains(Portfolio.OpenWords, Between(html, "id=\"old-way\"", "</section>"), StringComparison.Ordinal);
        Assert.Equal(7, Between(html, "id=\"commitments\"", "</section>").Split("nobody spoke of it").Length - 1);
        Assert.Contains("day 7", Between(html, "First meaningful use", "</dd>"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_with_too_few_voices_says_what_is_missing()
    {
        Account account = new() { ExternalId = "x", Name = "Quiet Co", ContractSignedOn = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-3) };
        await site.With(async db =>
        {
            db.Add(account);
            await db.SaveChangesAsync();
        });
        using var client = await site.SignedIn();
        var html = await client.GetStringAsync(new Uri($"/accounts/{account.Id}", UriKind.Relative));
        Assert.Contains("needs 2 more people and 3 more completed interviews to be judged", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Oversell_hides_what_too_few_people_say()
    {
        await site.With(db => Portfolio.Seed(db));
        using var client = await site.SignedIn();
        var html = await client.GetStringAsync(new Uri("/accounts/oversell", UriKind.Relative));
        Assert.Contains("hidden to protect", Between(html, "mid-market", "</tr>"), StringComparison.Ordinal);
        Assert.DoesNotContain(" heard</td>", html, StringComparison.Ordinal);
    }

    private async Task<string> Page()
    {
        Portfolio portfolio = null!;
        await site.With(async db => portfolio = await Portfolio.Seed(db));
        using var client = await site.SignedIn();
        return WebUtility.HtmlDecode(await client.GetStringAsync(new Uri($"/accounts/{portfolio.Account.Id}", UriKind.Relative)));
    }

    private static string Between(string html, string from, string to)
    {
        var start = html.IndexOf(from, StringComparison.Ordinal);
        Assert.True(start >= 0, $"\"{from}\" is not on the page");
        return html[start..html.IndexOf(to, start, StringComparison.Ordinal)];
    }

    public void Dispose() => site.Dispose();
}
