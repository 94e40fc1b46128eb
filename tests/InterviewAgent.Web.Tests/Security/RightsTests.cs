using System.Text.RegularExpressions;
using InterviewAgent.Web.Tests.Dashboard;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Web.Tests.Security;

/// <summary>Declining and answering for totals only are rights alike: no page tells which of them somebody used.</summary>
public sealed partial class RightsTests : IDisposable
{
    private readonly Site site = new();

    [Theory]
    [InlineData("/")]
    [InlineData("/accounts")]
    [InlineData("/accounts/{account}")]
    [InlineData("/interviews")]
    [InlineData("/digest")]
    [InlineData("/flags/{flag}/note")]
    public async Task A_page_reads_the_same_whether_somebody_declined_or_answered_for_totals_only(string page)
    {
        Portfolio portfolio = null!;
        await site.With(async db =>
        {
            portfolio = await Portfolio.Seed(db);
            await db.CheckIns.Where(row => row.RespondentId == portfolio.Kept.RespondentId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.InvitedAt, DateTimeOffset.UtcNow.AddDays(-20)).SetProperty(row => row.OpenedAt, DateTimeOffset.UtcNow.AddDays(-20)));
            await site.Rebuilt();
        });
        var path = page.Replace("{account}", portfolio.Account.Id.ToString(), StringComparison.Ordinal).Replace("{flag}", portfolio.Flag.Id.ToString(), StringComparison.Ordinal);
        var kept = await Read(path);
        await site.With(async db =>
        {
            await db.Findings.Where(row => row.InterviewId == portfolio.Kept.Id).ExecuteDeleteAsync();
            await db.Readings.Where(row => row.InterviewId == portfolio.Kept.Id).ExecuteDeleteAsync();
            await db.Interviews.Where(row => row.Id == portfolio.Kept.Id).ExecuteDeleteAsync();
            await db.CheckIns.Where(row => row.RespondentId == portfolio.Kept.RespondentId)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.DeclinedAt, row => row.CompletedAt).SetProperty(row => row.CompletedAt, (DateTimeOffset?)null).SetProperty(row => row.OpenedAt, (DateTimeOffset?)null));
            await site.Rebuilt();
        });
        Assert.Equal(kept, await Read(path));
    }

    [Fact]
    public async Task Who_is_silent_is_still_told()
    {
        Portfolio portfolio = null!;
        await site.With(async db => portfolio = await Portfolio.Seed(db));
        Assert.Contains("1 invitation without an answer", await Read($"/accounts/{portfolio.Account.Id}"), StringComparison.Ordinal);
    }

    private async Task<string> Read(string path)
    {
        using var client = await site.SignedIn();
        return Tokens().Replace(await client.GetStringAsync(new Uri(path, UriKind.Relative)), "");
    }

    [GeneratedRegex("value=\"[A-Za-z0-9_-]{60,}\"")]
    private static partial Regex Tokens();

    public void Dispose() => site.Dispose();
}
