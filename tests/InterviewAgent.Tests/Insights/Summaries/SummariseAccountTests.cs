using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights.Summaries;
using InterviewAgent.Privacy;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Insights.Summaries;

public sealed class SummariseAccountTests : IDisposable
{
    private readonly TestDatabase database = new();

    [Fact]
    public async Task A_summary_counts_what_may_be_told_and_writes_nothing_the_second_time()
    {
        var account = new StoredAccount(database).SuffersInSilence();
        await using var db = database.Open();
        var held = await db.Interviews.AsNoTracking().OrderByDescending(interview => interview.HeldOn).FirstAsync();
        db.Readings.AddRange(new[] { (ReadingDimension.Outcome, 1.0), (ReadingDimension.Tone, 0.5), (ReadingDimension.Leaving, 1.0) }.Select(read => new Reading
        {
            AccountId = account.Id, RespondentId = held.RespondentId, InterviewId = held.Id, Dimension = read.Item1, Value = read.Item2,
        }));
        await db.SaveChangesAsync();
        Assert.True(await new SummariseAccount(db).Of(account.Id));
        Assert.False(await new SummariseAccount(db).Of(account.Id));
        var summary = await db.AccountSummaries.AsNoTracking().SingleAsync();
        Assert.Equal(await OpenWords.Interviews(db).Select(interview => interview.RespondentId).Distinct().CountAsync(), summary.People);
        Assert.Equal(await OpenWords.Interviews(db).CountAsync(), summary.ToRead);
        Assert.Equal(HealthStatus.Green, summary.Health);
        Assert.Equal(1.75, summary.Level); // Tone is moved to the scale of the others, leaving is none of them.
    }

    [Fact]
    public async Task Who_keeps_an_interview_to_totals_is_in_no_summary()
    {
        var account = new StoredAccount(database).SuffersInSilence();
        await using var db = database.Open();
        await new SummariseAccount(db).Of(account.Id);
        await db.Interviews.ExecuteUpdateAsync(row => row.SetProperty(interview => interview.Visibility, Visibility.TotalsOnly));
        Assert.True(await new SummariseAccount(db).Of(account.Id));
        var summary = await db.AccountSummaries.AsNoTracking().SingleAsync();
        Assert.Equal((0, 0, 0, null, null), (summary.People, summary.Interviews, summary.ToRead, summary.Level, summary.LastHeardOn));
        Assert.Equal(0, await db.PersonVoices.CountAsync(voice => voice.ToRead > 0));
    }

    [Fact]
    public async Task An_erased_person_leaves_no_row()
    {
        var account = new StoredAccount(database).SuffersInSilence();
        await using var db = database.Open();
        await new SummariseAccount(db).Of(account.Id);
        var person = (await db.PersonVoices.AsNoTracking().FirstAsync()).RespondentId;
        db.ChangeTracker.Clear();
        Assert.True(await new EraseRespondent(db, TimeProvider.System).Run(person, "admin"));
        Assert.False(await db.PersonVoices.AnyAsync(voice => voice.RespondentId == person));
    }

    public void Dispose() => database.Dispose();
}
