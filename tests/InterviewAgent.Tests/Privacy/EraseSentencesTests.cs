using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Privacy;

public sealed class EraseSentencesTests : IDisposable
{
    private const string First = "Quetzal-blue sheets at midnight.";
    private const string Second = "Wombat-green sheets at noon.";
    private readonly TestDatabase database = new();

    [Fact]
    public async Task Delete_for_all_deletes_what_was_never_read_back_too()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: [First, "Never read back at all."]);
        using var db = database.Open();
        await new OwnChoices(db).Change(interview.Id, new ReadBackChoices(Visibility.Delete, new Dictionary<int, Visibility>()), "respondent", DateTimeOffset.UtcNow, default);
        await db.ForgetErased();
        Assert.False(StoreBytes.Hold(database, "Quetzal"));
        Assert.False(StoreBytes.Hold(database, "Never read back"));
    }

    [Fact]
    public async Task And_leaves_the_sentences_that_were_chosen_otherwise()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: $"{First} {Second} And no more.");
        var kept = new VisibilityChoice { InterviewId = interview.Id, TurnId = interview.Answer().Id, Start = First.Length + 1, Length = Second.Length, Visibility = Visibility.WithMyName };
        using var db = database.Open();
        await EraseSentences.Run(db, interview.Id, [kept], Visibility.Delete, DateTimeOffset.UtcNow, default);
        await db.SaveChangesAsync();
        await db.ForgetErased();
        Assert.False(StoreBytes.Hold(database, "Quetzal"));
        Assert.False(StoreBytes.Hold(database, "And no more"));
        Assert.True(StoreBytes.Hold(database, Second));
        Assert.Equal(2, await db.ErasedSentences.CountAsync());
    }

    [Fact]
    public async Task A_message_taken_in_before_keeps_no_envelope_with_the_words()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: First);
        using var db = database.Open();
        await db.Turns.Where(turn => turn.MessageId != null).ExecuteUpdateAsync(set => set.SetProperty(turn => turn.Envelope, "{\"channelData\":\"" + First + "\"}"));
        var deleted = new VisibilityChoice { InterviewId = interview.Id, TurnId = interview.Answer().Id, Start = 0, Length = First.Length, Visibility = Visibility.Delete };
        await EraseSentences.Run(db, interview.Id, [deleted], Visibility.AccountOnly, DateTimeOffset.UtcNow, default);
        await db.SaveChangesAsync();
        await db.ForgetErased();
        Assert.False(StoreBytes.Hold(database, "Quetzal"));
    }

    public void Dispose() => database.Dispose();
}
