using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.LanguageModels;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Erasures;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Privacy;

public sealed class EraseRespondentTests : IDisposable
{
    private const string Said = "Quetzal-blue sheets at midnight, always.";
    private readonly TestDatabase database = new();

    [Fact]
    public async Task Nothing_of_a_person_is_left_in_any_table_or_in_the_files()
    {
        var interview = await Held();
        Assert.True(InFiles(Said));
        using var db = database.Open();
        Assert.True(await new EraseRespondent(db, TimeProvider.System).Run(interview.RespondentId, "admin"));

        Assert.False(InFiles(Said));
        Assert.False(InFiles("rp@example.org"));
        Assert.Equal(0, await db.Turns.CountAsync() + await db.Interviews.CountAsync() + await db.CheckIns.CountAsync()
            + await db.Consents.CountAsync() + await db.Escalations.CountAsync() + await db.Drafts.CountAsync() + await db.ModelCalls.CountAsync()
            + await db.Conversations.CountAsync() + await db.Arrivals.CountAsync());
        Assert.Equal(["p-2"], await db.Respondents.Select(person => person.ExternalId).ToListAsync());
    }

    [Fact]
    public async Task A_tombstone_stays_for_the_person_and_for_each_interview()
    {
        var interview = await Held();
        using var db = database.Open();
        await new EraseRespondent(db, TimeProvider.System).Run(interview.RespondentId, "admin");
        var stones = await db.Tombstones.ToListAsync();
        Assert.Equal([interview.Id, null], stones.Select(stone => stone.InterviewId).OrderByDescending(id => id));
        Assert.False(await new EraseRespondent(db, TimeProvider.System).Run(interview.RespondentId, "admin"));
    }

    [Fact]
    public async Task What_a_respondent_deletes_is_driven_out_of_the_files_by_the_sweep()
    {
        var interview = await Held();
        using var db = database.Open();
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await EraseInterview.Run(db, interview, "respondent", DateTimeOffset.UnixEpoch, default);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
        var sweep = new ScrubErased(db, new KeepErasures(db, new ErasedFile(database.Path + ".erased.jsonl")), new LastScrub(), TimeProvider.System);
        Assert.Equal(1, await sweep.Run(default));
        Assert.False(InFiles(Said));
        Assert.Equal(1, await sweep.Run(default)); // Once more, for what was worked out anew in between.
        Assert.Equal(0, await sweep.Run(default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_that_was_stored_in_the_moment_of_the_erasure_loses_its_words(bool whole)
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: Said);
        using var db = database.Open();
        var now = DateTimeOffset.UtcNow;
        db.Add(whole ? new Tombstone { RespondentId = interview.RespondentId, InterviewId = interview.Id, At = now }
            : new ErasedSentence { RespondentId = interview.RespondentId, InterviewId = interview.Id, TurnId = interview.Answer().Id, Length = 3, At = now });
        var late = Call(interview.Id, now.AddSeconds(-3));
        var after = Call(whole ? Guid.CreateVersion7() : interview.Id, now.AddSeconds(3));
        db.AddRange(late, after);
        await db.SaveChangesAsync();
        await new ScrubErased(db, new KeepErasures(db, new ErasedFile(database.Path + ".erased.jsonl")), new LastScrub(), TimeProvider.System).Run(default);
        Assert.Equal([after.Id], await db.ModelCalls.Where(call => call.Request != null || call.Answer != null).Select(call => call.Id).ToListAsync());

        ModelCall Call(Guid of, DateTimeOffset at) => new()
        {
            At = at, Provider = "openai", Model = "small", PromptName = "p", PromptHash = "0", Outcome = "Answered",
            RespondentId = interview.RespondentId, InterviewId = of, Request = Said, Answer = Said,
        };
    }

    private async Task<Interview> Held()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, answers: Said);
        using var db = database.Open();
        db.Add(new Consent { RespondentId = interview.RespondentId, InterviewId = interview.Id, TextHash = "00", At = DateTimeOffset.UnixEpoch });
        db.Add(new Draft { InterviewId = interview.Id, TurnN = 3, Text = $"You said \"{Said}\"", Source = "template", Breaches = "" });
        db.Add(new Escalation { InterviewId = interview.Id, RespondentId = interview.RespondentId, TurnId = interview.Answer().Id, Reason = "distress" });
        db.Add(Called(interview.RespondentId, interview.Id));
        db.Add(Called(interview.RespondentId, null));
        db.Add(new Conversation
        {
            RespondentId = interview.RespondentId, Channel = "msteams", ChannelConversationId = "a:1", ServiceUrl = "https://smba.example/", BotId = "28:bot",
        });
        db.Add(new Arrival { Key = "waits", Place = Arrival.PlaceOf("msteams", "a:1"), Json = Said, NextAt = DateTimeOffset.UnixEpoch });
        db.Add(new Arrival { Key = "done", Place = Arrival.PlaceOf("msteams", "a:1") });
        await db.SaveChangesAsync();
        return interview;
    }

    private static ModelCall Called(Guid respondent, Guid? interview) => new()
    {
        Provider = "openai", Model = "small", PromptName = "p", PromptHash = "00", Outcome = "Answered", Request = interview is null ? "about the person" : Said, RespondentId = respondent, InterviewId = interview,
    };

    private bool InFiles(string text) => StoreBytes.Hold(database, text);

    public void Dispose() => database.Dispose();
}
