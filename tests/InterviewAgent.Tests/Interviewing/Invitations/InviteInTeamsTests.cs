using InterviewAgent.Accounts;
using InterviewAgent.Interviewing;
using InterviewAgent.Interviewing.Delivery;
using InterviewAgent.Interviewing.Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Tests.Interviewing.Invitations;

public sealed class InviteInTeamsTests : IDisposable
{
    private readonly InvitedOffice office = new();

    [Fact]
    public async Task Whoever_is_in_a_chat_is_asked_there_and_not_by_mail()
    {
        var checkIn = InChat();
        await All();
        await All();
        Assert.Empty(office.Server.Taken);
        Assert.Equal((InvitationChannel.Teams, InvitationState.Sent), (Assert.Single(office.Rows()).Channel, office.Rows()[0].State));
        Assert.NotNull(office.CheckIn(checkIn.Id).InvitedAt);
        Assert.Null(office.CheckIn(checkIn.Id).OpenedAt);
        Assert.NotNull(Assert.Single(Outbox()).InterviewId);
    }

    [Fact]
    public async Task A_reminder_is_one_line_in_the_chat()
    {
        InChat();
        await All();
        office.ItIs("2026-11-26T10:00Z");
        await All();
        await All();
        Assert.Equal([null, InviteInTeams.Reminder], Outbox().Select(message => message.Notice));
        Assert.Empty(office.Server.Taken);
        Assert.Contains("still open", Notices.Load(Gate.Prompts, Gate.Real).Words(InviteInTeams.Reminder), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_left_the_chat_is_reminded_by_mail()
    {
        InChat();
        await All();
        office.Change(db => db.Conversations.Single().StoppedAt = office.Clock.Now);
        office.ItIs("2026-11-26T10:00Z");
        await All();
        Assert.Single(office.Server.Taken);
        Assert.Equal([InvitationChannel.Teams, InvitationChannel.Mail], office.Rows().Select(row => row.Channel));
    }

    [Fact]
    public async Task Whoever_leaves_between_decision_and_sending_gets_the_mail()
    {
        InChat();
        await office.Plan();
        office.Change(db => db.Conversations.Single().StoppedAt = office.Clock.Now);
        await office.InTeams();
        await office.Send();
        Assert.Single(office.Server.Taken);
        Assert.Empty(Outbox());
    }

    [Fact]
    public async Task A_death_between_the_question_and_its_note_asks_nothing_twice()
    {
        InChat();
        await All();
        office.Change(db => db.Invitations.Single().State = InvitationState.Queued);
        await All();
        Assert.Single(Outbox());
    }

    private CheckIn InChat()
    {
        var checkIn = office.Due();
        office.Change(db => db.Add(new Conversation
        {
            Channel = "msteams", ServiceUrl = "https://channel.example/", ChannelConversationId = "a:1", UserId = "29:1", BotId = "28:1",
            RespondentId = checkIn.RespondentId, AccountId = checkIn.AccountId,
        }));
        return checkIn;
    }

    private async Task All()
    {
        await office.Plan();
        await office.InTeams();
        await office.Send();
    }

    private List<OutboxMessage> Outbox()
    {
        using var db = office.Database.Open();
        return [.. db.Outbox.AsNoTracking().OrderBy(message => message.At)];
    }

    public void Dispose() => office.Dispose();
}
