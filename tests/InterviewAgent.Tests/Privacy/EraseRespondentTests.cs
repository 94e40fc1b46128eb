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
        var sweep = new ScrubErased(db, new KeepErasures(db, new ErasedFile(database.Path + ".erased.jsonl")), new LastScrub());
        Assert.Equal(1, await sweep.Run(default));
        Assert.False(InFiles(Said));
        Assert.Equal(1, await sweep.Run(default)); // Once more, for what was worked out anew in between.
        Assert.Equal(0, await sweep.Run(default));
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
