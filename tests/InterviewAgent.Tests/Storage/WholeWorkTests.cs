using InterviewAgent.Accounts;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Storage;

public sealed class WholeWorkTests : IDisposable
{
    private readonly TestDatabase database = new();

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task Of_units_that_read_and_write_the_same_row_at_once_none_is_lost()
    {
        await Add("a", "A");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            for (var n = 0; n < 5; n++)
            {
                await using var db = database.Open();
                await db.Whole(async () =>
                {
                    await using var work = await db.Database.BeginTransactionAsync();
                    var account = await db.Accounts.SingleAsync();
                    account.Seats = (account.Seats ?? 0) + 1;
                    await db.SaveChangesAsync();
                    await work.CommitAsync();
                }, default);
            }
        })));
        await using var after = database.Open();
        Assert.Equal(30, await after.Accounts.Select(account => account.Seats).SingleAsync());
    }

    [Fact]
    public async Task What_cannot_pass_is_not_tried_again()
    {
        await using var db = database.Open();
        var tries = 0;
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Whole(() =>
        {
            tries++;
            throw new InvalidOperationException();
        }, default));
        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task Both_databases_order_and_compare_texts_by_their_letters_codes()
    {
        string[] names = ["Zebra", "apple", "Äpfel", "a b", "ab", "Apple", "zoo", "_", "éclair"];
        foreach (var name in names)
        {
            await Add(name, name);
        }
        await using var db = database.Open();
        Assert.Equal(names.Order(StringComparer.Ordinal), await db.Accounts.OrderBy(account => account.Name).Select(account => account.Name).ToListAsync());
        Assert.Equal(1, await db.Accounts.CountAsync(account => account.Name == "apple"));
        Assert.Equal(["Zebra"], await db.Accounts.Where(account => account.Name.Contains("Zeb")).Select(account => account.Name).ToListAsync());
    }

    private async Task Add(string externalId, string name)
    {
        await using var db = database.Open();
        db.Accounts.Add(new Account { ExternalId = externalId, Name = name });
        await db.SaveChangesAsync();
    }
}
