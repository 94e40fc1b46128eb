using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Erasures;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Privacy.Erasures;

public sealed class ReplayErasuresTests : IDisposable
{
    private const string Said = "Quetzal-blue sheets at midnight. The rest is fine.";
    private const string Sentence = "Quetzal-blue sheets at midnight.";
    private readonly TestDatabase database = new();
    private readonly ErasedFile file;

    public ReplayErasuresTests() => file = new(database.Path + ".erased.jsonl");

    [Fact]
    public async Task A_restored_backup_does_not_bring_a_person_back()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: Said);
        await database.BackUp();
        using (var db = database.Open())
        {
            Assert.True(await new EraseRespondent(db, TimeProvider.System).Run(interview.RespondentId, "admin"));
            await new KeepErasures(db, file).Run();
        }
        await database.Restore();
        Assert.True(StoreBytes.Hold(database, Sentence));

        Assert.Equal(2, await Replay()); // The person, and the interview by itself.
        Assert.False(StoreBytes.Hold(database, Sentence));
        using var after = database.Open();
        Assert.False(await after.Respondents.AnyAsync(person => person.Id == interview.RespondentId));
        Assert.Equal(0, await Replay());
    }

    [Fact]
    public async Task Nor_an_interview_that_its_respondent_deleted()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: Said);
        await database.BackUp();
        await Erase(db => EraseInterview.Run(db, interview, "respondent", DateTimeOffset.UnixEpoch, default));
        await database.Restore();

        Assert.Equal(1, await Replay());
        Assert.False(StoreBytes.Hold(database, Sentence));
        using var after = database.Open();
        Assert.Equal(InterviewStatus.Declined, (await after.Interviews.SingleAsync()).Status);
        Assert.NotNull((await after.CheckIns.SingleAsync()).DeclinedAt);
        Assert.Equal(0, await Replay());
    }

    [Fact]
    public async Task Nor_a_sentence()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: Said);
        await database.BackUp();
        var deleted = new VisibilityChoice { InterviewId = interview.Id, TurnId = interview.Answer().Id, Start = 0, Length = Sentence.Length, Visibility = Visibility.Delete };
        await Erase(db => EraseSentences.Run(db, interview.Id, [deleted], Visibility.AccountOnly, DateTimeOffset.UnixEpoch, default));
        await database.Restore();

        Assert.Equal(1, await Replay());
        Assert.False(StoreBytes.Hold(database, Sentence));
        Assert.True(StoreBytes.Hold(database, "The rest is fine."));
        Assert.Equal(0, await Replay());
    }

    [Fact]
    public async Task What_was_never_here_is_known_from_then_on()
    {
        await file.Append([new Erasure(Guid.CreateVersion7()), new Erasure(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), 0, 4)], default);
        Assert.Equal(2, await Replay());
        Assert.Equal(0, await Replay());
    }

    [Fact]
    public async Task A_line_that_a_crash_cut_spoils_neither_its_neighbours_nor_the_next_one()
    {
        var (first, second) = (new Erasure(Guid.CreateVersion7()), new Erasure(Guid.CreateVersion7(), Guid.CreateVersion7()));
        await file.Append([first], default);
        await File.AppendAllTextAsync(database.Path + ".erased.jsonl", "{\"respondent\":\"0199");
        await new ErasedFile(database.Path + ".erased.jsonl").Append([first, second], default);
        Assert.Equal([first, second], await new ErasedFile(database.Path + ".erased.jsonl").Read(default));
    }

    private Task<int> Replay() => new ReplayErasures(database, new ErasedFile(database.Path + ".erased.jsonl"), TimeProvider.System).Run();

    private async Task Erase(Func<InterviewAgent.Storage.InterviewAgentDb, Task> erase)
    {
        using var db = database.Open();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await erase(db);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        await new KeepErasures(db, file).Run();
    }

    public void Dispose() => database.Dispose();
}
