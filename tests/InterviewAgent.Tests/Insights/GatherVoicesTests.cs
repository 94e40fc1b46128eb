using InterviewAgent.Accounts;
using InterviewAgent.Insights;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Insights;

public sealed class GatherVoicesTests : IDisposable
{
    private readonly TestDatabase database = new();

    [Fact]
    public async Task What_is_stored_is_heard_with_roles_and_turn_numbers()
    {
        var account = new StoredAccount(database);
        account.Hears("b1", 60, codes: ["technical.data/2"]);
        var interview = Assert.Single((await Voice(account)).Interviews);
        Assert.Equal((Role.Buyer, Checkpoint.Day60, true, -1), (interview.Role, interview.Checkpoint, interview.Completed, interview.Sentiment));
        Assert.True(Assert.Single(interview.Findings) is { Code: "technical.data", Severity: 2, Turns: [1] });
    }

    [Fact]
    public async Task A_sentence_kept_to_totals_takes_its_finding_and_its_tone_away_and_leaves_the_others()
    {
        var account = new StoredAccount(database);
        var kept = account.Hears("u1", 60, codes: ["technical.data/2"]);
        account.Hears("u2", 60, codes: ["technical.access/1"]);
        using (var db = database.Open())
        {
            var turn = await db.Turns.SingleAsync(turn => turn.InterviewId == kept);
            db.Add(new VisibilityChoice { InterviewId = kept, TurnId = turn.Id, Start = 0, Length = 16, Visibility = Visibility.TotalsOnly });
            await db.SaveChangesAsync();
        }
        var voice = await Voice(account);
        Assert.Equal(["technical.access"], voice.Interviews.SelectMany(interview => interview.Findings).Select(finding => finding.Code));
        Assert.Empty(voice.Interviews.Single(interview => interview.Id == kept.ToString()).TurnSentiment);
    }

    [Fact]
    public async Task An_interview_kept_to_totals_is_not_there_at_all()
    {
        var account = new StoredAccount(database);
        account.Hears("u1", 60, Visibility.TotalsOnly, "technical.data/2");
        Assert.Empty((await Voice(account)).Interviews);
    }

    private async Task<AccountVoice> Voice(StoredAccount account)
    {
        using var db = database.Open();
        return Assert.Single(await new GatherVoices(db).Of([account.Id]));
    }

    public void Dispose() => database.Dispose();
}
