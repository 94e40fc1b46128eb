using InterviewAgent.Analysis;
using InterviewAgent.Insights;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Tests.Insights;
using InterviewAgent.Tests.Privacy;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace InterviewAgent.Tests.Analysis;

public sealed class CodeAgainTests : IDisposable
{
    private readonly TestDatabase database = new();

    [Fact]
    public async Task Coded_again_an_interview_comes_to_the_same_and_nothing_is_written()
    {
        await Held();
        var before = await Ids();
        var report = await Rebuild.Run(transcripts: true, resume: false, (_, _) => { });
        Assert.Equal((0, true), (report.Interviews, before.Count > 0));
        Assert.Equal(before, await Ids());
    }

    [Fact]
    public async Task What_the_coder_of_today_hears_otherwise_is_replaced_and_a_check_only_says_so()
    {
        await Held();
        await using (var db = database.Open())
        {
            await db.Findings.ExecuteDeleteAsync();
            await db.TurnSentiments.ExecuteUpdateAsync(row => row.SetProperty(sentiment => sentiment.Value, 2));
        }
        Assert.Equal(1, (await Rebuild.Check(transcripts: true, (_, _) => { })).Interviews);
        Assert.Empty(await Ids());
        Assert.True((await Rebuild.Check(transcripts: false, (_, _) => { })).Interviews == 0);
        Assert.Equal(1, (await Rebuild.Run(transcripts: true, resume: false, (_, _) => { })).Interviews);
        Assert.NotEmpty(await Ids());
        Assert.True((await Rebuild.Check(transcripts: true, (_, _) => { })).IsIdentical);
    }

    [Fact]
    public async Task An_interview_of_which_a_sentence_was_deleted_is_coded_as_it_stands_then()
    {
        var interview = await Held();
        await using (var db = database.Open())
        {
            await new OwnChoices(db).Change(interview.Id, new ReadBackChoices(Visibility.Delete, new Dictionary<int, Visibility>()), "respondent", DateTimeOffset.UnixEpoch, default);
        }
        await Analyse();
        await new ReadVoices(database, Groups.Words, TimeProvider.System).Run(default);
        Assert.True((await Rebuild.Check(transcripts: true, (_, _) => { })).IsIdentical);
    }

    private RebuildInsights Rebuild => new(database, Groups.Words, new CodeAgain(Interviews.Coder.Code), TimeProvider.System);

    private async Task<Interview> Held()
    {
        var interview = await Spoken.Interview(database, Visibility.AccountOnly, InterviewStatus.AwaitingAnalysis, held =>
        {
            held.Turns.Add(new Turn
            {
                InterviewId = held.Id, N = 5, Speaker = Speaker.Interviewer, Text = "Who may see this?", Move = MoveKind.ReadBack,
                Offer = OfferJson.Write(new Offer([], [new ReadBackSentence(1, 2, 0, 43, "I keep the plan in my own sheet every week.")], false, 1)),
            });
        }, "I keep the plan in my own sheet every week. Nobody owns the rollout, and the interface to the warehouse drops half of the orders.",
            "I have told nobody about it. Finance is asking two others for offers.");
        await Analyse();
        await new ReadVoices(database, Groups.Words, TimeProvider.System).Run(default);
        return interview;
    }

    private Task<int> Analyse() => new AnalyseInterviews(
        database, Interviews.Coder.Code, new AnalysisFailures(), TimeProvider.System, NullLogger<AnalyseInterviews>.Instance).Run(default);

    private async Task<List<Guid>> Ids()
    {
        await using var db = database.Open();
        return await db.Findings.OrderBy(finding => finding.Id).Select(finding => finding.Id).ToListAsync();
    }

    public void Dispose() => database.Dispose();
}
