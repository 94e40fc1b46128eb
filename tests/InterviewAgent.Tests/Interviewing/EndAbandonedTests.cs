using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Tests.Interviewing;

public sealed class EndAbandonedTests : IDisposable
{
    private const string Sheet = "I copy the weekly plan into my own sheet every Friday.";
    private readonly Talk talk = new();

    [Fact]
    public async Task What_was_said_before_somebody_left_is_analysed()
    {
        await Answer();
        talk.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(1, await End());
        Assert.Equal(0, await End());
        Assert.Equal((InterviewStatus.BrokenOff, talk.Clock.GetUtcNow()), ((await talk.Stored()).Status, (await CheckIn()).BrokeOffAt));
        Assert.Equal(1, await Analyse());
        await using var db = talk.Db();
        Assert.NotEmpty(await db.Findings.ToListAsync());
    }

    [Fact]
    public async Task Who_comes_back_goes_on_and_all_of_it_is_analysed()
    {
        await Answer();
        talk.Clock.Advance(TimeSpan.FromDays(8));
        await End();
        await Analyse();
        var asked = (await talk.Open()).Text;
        Assert.Equal(talk.Last.Text, asked);
        await talk.Say("The export is slow as well, it takes an hour.");
        Assert.Equal((InterviewStatus.Open, null), ((await talk.Stored()).Status, (await CheckIn()).BrokeOffAt));
        await talk.Say("stop");
        Assert.Equal(InterviewStatus.BrokenOff, (await talk.Stored()).Status);
        Assert.NotNull((await CheckIn()).BrokeOffAt);
        Assert.Equal(1, await Analyse());
    }

    [Fact]
    public async Task Who_paused_and_only_looks_in_is_not_counted_as_talking()
    {
        await Answer();
        await talk.Say("later");
        Assert.Equal(InterviewStatus.Paused, (await talk.Stored()).Status);
        talk.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(1, await End());
        await talk.Open();
        Assert.Equal(InterviewStatus.BrokenOff, (await talk.Stored()).Status);
        await talk.Say(Sheet);
        Assert.Equal(InterviewStatus.Open, (await talk.Stored()).Status);
    }

    [Fact]
    public async Task What_they_chose_to_delete_is_deleted()
    {
        await Answer();
        await using (var db = talk.Db())
        {
            await db.Interviews.ExecuteUpdateAsync(row => row.SetProperty(held => held.Visibility, Visibility.Delete));
        }
        talk.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(1, await End());
        Assert.DoesNotContain((await talk.Stored()).Turns, turn => turn.Text.Contains("sheet", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, 200, 6)] // Spoke within the week.
    [InlineData(true, 30, 8)] // Still asked for.
    [InlineData(false, 200, 8)] // Said nothing that could be analysed.
    public async Task Others_are_left_alone(bool answered, int due, int quiet)
    {
        if (answered)
        {
            await Answer();
        }
        else
        {
            await talk.Open();
            await talk.Say("yes");
        }
        talk.Clock.Advance(TimeSpan.FromDays(quiet));
        await using var db = talk.Db();
        var day = DateOnly.FromDateTime(talk.Clock.GetUtcNow().UtcDateTime).AddDays(-due);
        await db.CheckIns.ExecuteUpdateAsync(row => row.SetProperty(checkIn => checkIn.Due, day));
        Assert.Equal(0, await End());
        Assert.Equal(InterviewStatus.Open, (await talk.Stored()).Status);
    }

    [Fact]
    public async Task They_are_looked_for_among_the_unfinished_only()
    {
        await using var db = talk.Db();
        var query = new EndAbandoned(db, Options.Create(new CheckInOptions()), talk.Clock).Left().ToQueryString();
        Assert.Contains(await Plan.Of(db, query), step => step.Contains("IX_Interviews_Unfinished", StringComparison.Ordinal));
    }

    private async Task Answer()
    {
        await talk.Open();
        await talk.Say("yes");
        await talk.Say(Sheet);
    }

    private async Task<int> End()
    {
        await using var db = talk.Db();
        return await new EndAbandoned(db, Options.Create(new CheckInOptions()), talk.Clock).Run(default);
    }

    private Task<int> Analyse() => new AnalyseInterviews(
        new Opened(talk), Tests.Analysis.Interviews.Coder.Code, new AnalysisFailures(), talk.Clock, NullLogger<AnalyseInterviews>.Instance).Run(default);

    private async Task<CheckIn> CheckIn()
    {
        await using var db = talk.Db();
        return await db.CheckIns.SingleAsync();
    }

    public void Dispose() => talk.Dispose();

    private sealed class Opened(Talk talk) : IDbContextFactory<InterviewAgentDb>
    {
        public InterviewAgentDb CreateDbContext() => talk.Db();
    }
}
