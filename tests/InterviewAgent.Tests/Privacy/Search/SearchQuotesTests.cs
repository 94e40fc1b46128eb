using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Search;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Privacy.Search;

public sealed class SearchQuotesTests : IDisposable
{
    private static readonly Viewer Leader = new("M. Rossi", ViewerRole.Leader);
    private static readonly Viewer Lind = Leader with { Owner = "A. Lind" };
    private static readonly NameOverlay Overlay = NameOverlay.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
    private readonly TestDatabase database = new();

    [Theory]
    [InlineData("sheet")]
    [InlineData("SHEET plan")]
    [InlineData("shee")]
    [InlineData("déjà")]
    [InlineData("deja sheet")]
    public async Task A_quote_is_found_by_its_words_whatever_their_case_accents_and_end(string typed)
    {
        await Quoted(Visibility.AccountOnly, "We plan it in our own sheet, déjà vu.");
        await Owned("A. Lind");
        Assert.Equal("We plan it in our own sheet, déjà vu.", Assert.Single(await Search(typed)).Words);
        Assert.Equal("We plan it in our own sheet, déjà vu.", Assert.Single(await Search(typed, Lind)).Words);
    }

    [Fact]
    public async Task What_somebody_put_into_an_answer_breaks_nobodys_search()
    {
        await Quoted(Visibility.AccountOnly, "We plan it in our own sheet,\uFFFE d\u00e9j\u00e0 vu.");
        await Owned("A. Lind");
        Assert.Single(await Search("sheet"));
        Assert.Single(await Search("sheet", Lind));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\" OR 1=1 --")]
    [InlineData("NEAR(sheet plan)")]
    [InlineData("Words:sheet NOT plan")]
    [InlineData("*")]
    public async Task Nothing_typed_is_an_operator(string typed)
    {
        await Quoted(Visibility.AccountOnly, "We plan it in our own sheet.");
        await Owned("A. Lind");
        Assert.Empty(await Search(typed));
        Assert.Empty(await Search(typed, Lind));
    }

    [Fact]
    public async Task What_is_kept_to_totals_is_not_found()
    {
        await Quoted(Visibility.TotalsOnly, "We plan it in our own sheet.");
        Assert.Empty(await Search("sheet"));
    }

    [Fact]
    public async Task A_name_that_is_overlaid_finds_nothing()
    {
        await Quoted(Visibility.AccountOnly, "Tindra Okonkwo keeps the sheet.");
        Assert.Single(await Search("sheet"));
        Assert.Empty(await Search("Okonkwo"));
        Assert.Empty(await Search("Tindra sheet"));
    }

    [Fact]
    public async Task Another_managers_account_is_not_searched()
    {
        await Quoted(Visibility.AccountOnly, "We plan it in our own sheet.");
        await Owned("A. Lind");
        Assert.Single(await Search("sheet", Lind));
        Assert.Empty(await Search("sheet", Leader with { Owner = "B. Other" }));
    }

    [Fact]
    public async Task Erased_words_are_in_no_index_and_in_no_byte_of_the_files()
    {
        var interview = await Quoted(Visibility.AccountOnly, "Quetzalcoatlus sheets at midnight.");
        using var db = database.Open();
        Assert.True(StoreBytes.Hold(database, "uetzalcoatlus"));
        await new EraseRespondent(db, TimeProvider.System).Run(interview.RespondentId, "admin");
        Assert.Empty(await Search("midnight"));
        Assert.False(StoreBytes.Hold(database, "uetzalcoatlus"));
        if (database.Provider == StorageProvider.Sqlite)
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"SearchIndex\"(\"SearchIndex\") VALUES('integrity-check')");
        }
    }

    private async Task<IReadOnlyList<ShownQuote>> Search(string typed, Viewer? viewer = null)
    {
        using var db = database.Open();
        return await new SearchQuotes(db, new ReadQuotes(db, Overlay)).Run(viewer ?? Leader, typed);
    }

    private async Task<Interview> Quoted(Visibility visibility, string answer)
    {
        var interview = await Spoken.Interview(database, visibility, answers: answer);
        using var db = database.Open();
        db.Add(new SearchableQuote
        {
            InterviewId = interview.Id, AccountId = interview.AccountId, TurnId = interview.Answer().Id, Start = 0, Length = answer.Length, Words = answer,
        });
        await db.SaveChangesAsync();
        return interview;
    }

    private async Task Owned(string owner)
    {
        using var db = database.Open();
        await db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(account => account.Owner, owner));
    }

    public void Dispose() => database.Dispose();
}
