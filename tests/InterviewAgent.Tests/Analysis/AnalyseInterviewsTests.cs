using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace InterviewAgent.Tests.Analysis;

public sealed class AnalyseInterviewsTests : IDisposable
{
    private readonly TestDatabase database = new();
    private readonly AnalysisFailures failures = new();
    private readonly List<Transcript> coded = [];

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task An_ended_interview_is_coded_once_and_its_quotes_stand_where_they_were_said()
    {
        var interview = await Add(InterviewStatus.AwaitingAnalysis);
        Assert.Equal((1, 0), (await Drain(), await Drain()));
        using var db = database.Open();
        var found = await db.Interviews.SingleAsync();
        Assert.Equal((InterviewStatus.Analysed, -1), (found.Status, found.Sentiment));
        var finding = await db.Findings.Include(f => f.Quotes).SingleAsync();
        Assert.Equal(interview.Turns[1].Id, Assert.Single(finding.Quotes).TurnId);
        Assert.Equal((1, 1), (await db.TurnSentiments.CountAsync(), await db.Readings.CountAsync()));
    }

    [Fact]
    public async Task What_a_respondent_said_before_stopping_is_analysed_and_the_interview_stays_broken_off()
    {
        await Add(InterviewStatus.BrokenOff);
        Assert.Equal((1, 0), (await Drain(), await Drain()));
        using var db = database.Open();
        var found = await db.Interviews.SingleAsync();
        Assert.Equal((InterviewStatus.BrokenOff, true), (found.Status, found.AnalysedAt is not null));
    }

    [Theory]
    [InlineData(InterviewStatus.Consenting)]
    [InlineData(InterviewStatus.Open)]
    [InlineData(InterviewStatus.Paused)]
    [InlineData(InterviewStatus.Declined)]
    public async Task An_interview_that_has_not_ended_is_left_alone(InterviewStatus status)
    {
        await Add(status);
        Assert.Equal(0, await Drain());
    }

    [Fact]
    public async Task Nothing_is_written_of_a_respondent_who_was_erased_meanwhile()
    {
        var interview = await Add(InterviewStatus.AwaitingAnalysis);
        using (var db = database.Open())
        {
            db.Tombstones.Add(new Tombstone { RespondentId = interview.RespondentId });
            await db.SaveChangesAsync();
        }

        Assert.Equal(0, await Drain());
        using var after = database.Open();
        Assert.Empty(after.Findings);
    }

    [Fact]
    public async Task Words_that_only_steer_the_interview_are_not_coded()
    {
        await Add(InterviewStatus.AwaitingAnalysis, (Intent.Consent, "Yes"), (Intent.Skip, "Skip"), (Intent.Answer, "We keep two lists."));
        await Drain();
        Assert.Equal(["We keep two lists."],
            Assert.Single(coded).Turns.Where(turn => turn.Speaker == Speaker.Participant).Select(turn => turn.Text));
    }

    [Fact]
    public async Task One_interview_that_cannot_be_coded_does_not_keep_the_others_waiting()
    {
        await Add(InterviewStatus.AwaitingAnalysis, (Intent.Answer, "poison"));
        await Add(InterviewStatus.AwaitingAnalysis);
        Assert.Equal((1, 0), (await Drain(), await Drain()));
        Assert.Single(failures.Resting(DateTimeOffset.UtcNow));
        using var db = database.Open();
        Assert.Equal(1, await db.Interviews.CountAsync(interview => interview.Status == InterviewStatus.AwaitingAnalysis));
    }

    private Task<int> Drain() => new AnalyseInterviews(
        database, Code, failures, TimeProvider.System, NullLogger<AnalyseInterviews>.Instance).Run(default);

    private CodedInterview Code(Transcript transcript)
    {
        coded.Add(transcript);
        var said = transcript.Turns.Last(turn => turn.Speaker == Speaker.Participant);
        if (said.Text == "poison")
        {
            throw new InvalidOperationException("cannot be coded");
        }

        QuoteSpan quote = new(said.N, 0, 2);
        return new CodedInterview(
            [new CodedFinding(FindingKind.Friction, "operational.old-workflow", 2, null, [quote, quote], "test")],
            [new CodedSentiment(said.N, -1)], -1, [new CodedReading(ReadingDimension.Tone, -1, quote)]);
    }

    private async Task<Interview> Add(InterviewStatus status, params (Intent Intent, string Text)[] said)
    {
        Account account = new() { ExternalId = Guid.NewGuid().ToString(), Name = "Harbour" };
        Respondent person = new() { AccountId = account.Id, ExternalId = "p", Role = Role.Admin };
        CheckIn checkIn = new() { AccountId = account.Id, RespondentId = person.Id };
        Interview interview = new()
        {
            AccountId = account.Id, RespondentId = person.Id, CheckInId = checkIn.Id, Channel = "test", Status = status,
        };
        interview.Turns.Add(new Turn { InterviewId = interview.Id, N = 1, Speaker = Speaker.Interviewer, Text = "Where do things stand?" });
        foreach (var (intent, text) in said is [] ? [(Intent.Answer, "We keep two lists.")] : said)
        {
            interview.Turns.Add(new Turn
            {
                InterviewId = interview.Id, N = interview.Turns.Count + 1, Speaker = Speaker.Participant, Text = text, Intent = intent,
            });
        }

        using var db = database.Open();
        db.AddRange(account, person, checkIn, interview);
        await db.SaveChangesAsync();
        return interview;
    }
}
