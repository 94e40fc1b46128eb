using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Storage.PostgreSql;

public sealed class ErasedRowsTests : IDisposable
{
    private const string Word = "Quetzalcoatlus";
    private readonly TestDatabase database = new(StorageProvider.PostgreSql);

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task An_erased_answer_is_no_row_of_any_page_any_more()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: $"{Word} sheets at midnight.");
        await using var db = database.Open();
        await db.Database.ExecuteSqlRawAsync("CREATE EXTENSION pageinspect");
        Assert.Equal(1, await InPages());
        await new EraseRespondent(db, TimeProvider.System).Run(interview.RespondentId, "admin");
        Assert.Equal(0, await InPages());
    }

    [Fact]
    public async Task While_somebody_still_sees_the_rows_they_are_not_said_to_be_gone()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: $"{Word} sheets at midnight.");
        await using var reader = database.Open();
        await using var reading = await reader.Database.BeginTransactionAsync();
        Assert.Equal(1, await reader.Turns.CountAsync(turn => turn.Speaker == Speaker.Participant));
        await using var db = database.Open();
        await new EraseRespondent(db, TimeProvider.System).Run(interview.RespondentId, "admin");
        Assert.False(await db.ForgetErased());
        await reading.RollbackAsync();
        Assert.True(await db.ForgetErased());
    }

    [Fact]
    public async Task What_PostgreSQL_cannot_hold_is_replaced_letter_by_letter()
    {
        const string Said = "a\0b\uD800c😀";
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: Said);
        await using var db = database.Open();
        var stored = await db.Turns.Where(turn => turn.InterviewId == interview.Id && turn.Speaker == Speaker.Participant).Select(turn => turn.Text).SingleAsync();
        Assert.Equal("a\uFFFDb\uFFFDc😀", stored);
        Assert.Equal(Said.Length, stored.Length);
    }

    // Dead or alive, as the pages of the table list them.
    private async Task<int> InPages()
    {
        await using var db = database.Open();
        return await db.Database.SqlQuery<int>($"""
            SELECT 1 AS "Value" FROM generate_series(0, pg_relation_size('"Turns"') / 8192 - 1) page,
              heap_page_items(get_raw_page('"Turns"', page::int)) item WHERE position({System.Text.Encoding.UTF8.GetBytes(Word)} IN item.t_data) > 0
            """).CountAsync();
    }
}
