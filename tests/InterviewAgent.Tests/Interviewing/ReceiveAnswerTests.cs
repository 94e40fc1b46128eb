using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Interviewing;

public sealed class ReceiveAnswerTests
{
    [Fact]
    public async Task An_interview_runs_from_consent_to_close()
    {
        using var talk = new Talk();
        Assert.Equal(MoveKind.AskConsent, (await talk.Open()).Move);
        Assert.Equal(MoveKind.CoreQuestion, (await talk.Say("Yes, start")).Move);
        for (var i = 0; i < 15 && talk.Last.Move is MoveKind.CoreQuestion or MoveKind.Probe or MoveKind.QuoteProbe; i++)
            await talk.Say($"We plan part {i} on paper in the morning, and the drivers wait until somebody has typed it over.");
        Assert.Equal(MoveKind.ReadBack, talk.Last.Move);
        Assert.NotEmpty(talk.Last.Offer.ReadBack);
        Assert.Equal(MoveKind.AskChange, (await talk.Say("my account only, 1 totals only")).Move);
        var close = await talk.Say("Nothing to change");
        Assert.True(close.Offer.Ended);
        var stored = await talk.Stored();
        Assert.Equal(InterviewStatus.AwaitingAnalysis, stored.Status);
        Assert.Contains(stored.Choices, choice => choice.Visibility == Visibility.TotalsOnly);
        Assert.Contains(stored.Choices, choice => choice.Visibility == Visibility.AccountOnly);
        await using var db = talk.Db();
        Assert.NotNull((await db.CheckIns.SingleAsync()).CompletedAt);
        Assert.Single(await db.Consents.ToListAsync());
    }
}
