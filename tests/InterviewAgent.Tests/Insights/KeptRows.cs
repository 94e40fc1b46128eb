using InterviewAgent.Insights.SubThemes;
using InterviewAgent.Insights.Summaries;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Insights;

/// <summary>What the sweep keeps of each account for sums and lists, and nothing else of what it writes: flags stay as a test has put them.</summary>
internal static class KeptRows
{
    private static readonly SemaphoreSlim One = new(1);

    public static async Task Of(TestDatabase database)
    {
        await One.WaitAsync();
        try
        {
            await using var db = database.Open();
            foreach (var account in await db.Accounts.AsNoTracking().Select(account => account.Id).ToListAsync())
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await new CountThemes(db, Groups.Words.On(db)).Of(account, default);
                await new SummariseAccount(db).Of(account);
                await transaction.CommitAsync();
                db.ChangeTracker.Clear();
            }
        }
        finally
        {
            One.Release();
        }
    }
}
