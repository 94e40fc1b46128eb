using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Tests.Interviewing.Delivery;

public sealed class SendCheckInTests : IDisposable
{
    private readonly HeldInTeams held = new();

    public void Dispose() => held.Dispose();

    [Fact]
    public async Task A_due_check_in_begins_with_the_consent_question_and_nobody_has_opened_it()
    {
        await Due();
        Assert.Equal(CheckInSending.Queued, await Send());
        var row = Assert.Single(await held.Outbox());
        Assert.Equal((1, held.Place.Id, true), (row.TurnN, row.ConversationId, row.Proactive));
        await using var db = held.Talk.Db();
        Assert.Null((await db.CheckIns.SingleAsync()).OpenedAt);
    }

    [Fact]
    public async Task The_first_word_back_opens_it()
    {
        await Due();
        await Send();
        await held.Open();
        await using var before = held.Talk.Db();
        await before.CheckIns.ExecuteUpdateAsync(set => set.SetProperty(due => due.OpenedAt, (DateTimeOffset?)null));
        await held.Say("yes");
        await using var db = held.Talk.Db();
        Assert.NotNull((await db.CheckIns.SingleAsync()).OpenedAt);
    }

    [Fact]
    public async Task Sent_twice_it_is_asked_once()
    {
        await Due();
        await Send();
        await held.Set(1, OutboxState.Sent);
        Assert.Equal(CheckInSending.AlreadyAsked, await Send());
        Assert.Equal(OutboxState.Sent, Assert.Single(await held.Outbox()).State);
    }

    [Fact]
    public async Task Sent_by_many_at_once_it_is_asked_once()
    {
        await Due();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(Send)));
        Assert.Single(await held.Outbox());
    }

    [Fact]
    public async Task What_may_not_have_arrived_is_asked_again_an_hour_later()
    {
        await Due();
        await Send();
        await held.Set(1, OutboxState.Unknown);
        Assert.Equal(CheckInSending.AlreadyAsked, await Send());
        held.Talk.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(CheckInSending.Queued, await Send());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-60)]
    public async Task What_is_not_due_is_not_sent(int days)
    {
        await Due(days);
        Assert.Equal(CheckInSending.NotDue, await Send());
        Assert.Empty(await held.Outbox());
    }

    [Fact]
    public async Task Who_declined_is_not_asked_again()
    {
        await Due();
        await Send();
        await held.Open();
        await held.Say("No, thanks");
        Assert.Equal(CheckInSending.NotDue, await Send());
    }

    [Fact]
    public async Task Who_cannot_be_written_to_has_the_web_link()
    {
        await Due();
        await using (var db = held.Talk.Db())
        {
            await db.Conversations.ExecuteUpdateAsync(set => set.SetProperty(place => place.StoppedAt, held.Talk.Clock.GetUtcNow()));
        }

        Assert.Equal(CheckInSending.UseWebLink, await Send());
        Assert.Empty(await held.Outbox());
    }

    [Fact]
    public async Task A_person_known_by_their_channels_id_alone_can_be_written_to()
    {
        await Due();
        await using (var db = held.Talk.Db())
        {
            await db.Conversations.ExecuteUpdateAsync(set => set.SetProperty(place => place.ChannelConversationId, (string?)null));
        }

        Assert.Equal(CheckInSending.Queued, await Send());
    }

    [Fact]
    public async Task An_unknown_check_in_is_a_clear_error() =>
        await Assert.ThrowsAsync<BadInputException>(() => Send(Guid.CreateVersion7()));

    private async Task Due(int inDays = 0)
    {
        await using var db = held.Talk.Db();
        var day = DateOnly.FromDateTime(held.Talk.Clock.GetUtcNow().UtcDateTime).AddDays(inDays);
        await db.CheckIns.ExecuteUpdateAsync(set => set.SetProperty(due => due.Due, day));
    }

    private Task<CheckInSending> Send() => Send(held.Talk.CheckIn.Id);

    private async Task<CheckInSending> Send(Guid id)
    {
        await using var db = held.Talk.Db();
        DueCheckIns due = new(db, Options.Create(new CheckInOptions()), held.Talk.Clock);
        return await held.Talk.With<OpenInterview, CheckInSending>(open => new SendCheckIn(db, due, open, held.Talk.Clock).Run(id));
    }
}
