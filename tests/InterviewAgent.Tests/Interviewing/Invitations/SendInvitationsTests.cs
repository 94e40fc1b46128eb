using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Invitations;
using InterviewAgent.Privacy;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Interviewing.Invitations;

public sealed class SendInvitationsTests : IDisposable
{
    private readonly InvitedOffice office = new();

    [Fact]
    public async Task A_due_check_in_is_invited_to_once()
    {
        var checkIn = office.Due();
        await office.PlanAndSend();
        await office.PlanAndSend();
        var mail = Assert.Single(office.Server.Taken);
        Assert.Equal("ana@example.com", mail.To);
        Assert.Contains("https://check-ins.contoso.example/i/k.", mail.Text(), StringComparison.Ordinal);
        Assert.Contains("about 8 minutes", mail.Text(), StringComparison.Ordinal);
        var row = Assert.Single(office.Rows());
        Assert.Equal((InvitationState.Sent, InvitationKind.Invitation, "ana@example.com"), (row.State, row.Kind, row.Address));
        Assert.Equal(office.Clock.Now, office.CheckIn(checkIn.Id).InvitedAt);
    }

    [Fact]
    public async Task Two_reminders_follow_by_the_same_link_and_nothing_after_them()
    {
        office.Due();
        foreach (var day in new[] { "2026-11-23T10:00Z", "2026-11-26T09:00Z", "2026-12-02T09:00Z", "2026-12-10T09:00Z" })
        {
            office.ItIs(day);
            await office.PlanAndSend();
        }
        Assert.Equal([InvitationKind.Invitation, InvitationKind.Reminder1, InvitationKind.Reminder2], office.Rows().Select(row => row.Kind));
        Assert.Single(office.Rows().Select(row => row.LinkId).Distinct());
        Assert.Equal(3, office.Server.Taken.Count);
        Assert.Contains("last message about this check-in", office.Server.Taken[2].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_night_nothing_is_sent_and_in_the_morning_it_is()
    {
        office.Due(zone: "America/New_York");
        await office.PlanAndSend();
        Assert.Empty(office.Server.Taken);
        office.ItIs("2026-11-23T14:00Z");
        await office.PlanAndSend();
        Assert.Single(office.Server.Taken);
    }

    [Fact]
    public async Task What_was_queued_waits_for_the_morning_when_its_turn_comes_late()
    {
        office.Due();
        await office.Plan();
        office.ItIs("2026-11-23T20:00Z");
        await office.Send();
        Assert.Empty(office.Server.Taken);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero), Assert.Single(office.Rows()).NextAt);
    }

    [Fact]
    public async Task Whoever_answers_or_says_no_while_it_is_queued_gets_nothing()
    {
        office.Due();
        await office.Plan();
        office.Change(db => db.CheckIns.Single().DeclinedAt = office.Clock.Now);
        await office.Send();
        Assert.Empty(office.Server.Taken);
        Assert.Equal(InvitationState.Withdrawn, Assert.Single(office.Rows()).State);
    }

    [Fact]
    public async Task Never_said_while_the_mail_is_on_the_line_stops_it()
    {
        office.Due();
        await office.Plan();
        office.Server.Answer = heard =>
        {
            if (heard == "DATA")
            {
                office.Change(db => db.Respondents.Single().NoContactFrom = office.Clock.Now);
            }
            return null;
        };
        await office.Send();
        Assert.Empty(office.Server.Taken);
    }

    [Theory]
    [InlineData("RCPT", "450 4.2.1 later")]
    [InlineData("RCPT", "550 5.7.1 relaying denied")]
    [InlineData("DATA", "452 4.3.1 no space")]
    [InlineData(".", "451 4.7.1 greylisted")]
    [InlineData("MAIL", "421 4.3.2 closing")]
    public async Task A_failure_that_may_pass_is_tried_again_later_and_sent_once(string command, string reply)
    {
        office.Due();
        office.Server.Answer = heard => heard.StartsWith(command, StringComparison.Ordinal) ? reply : null;
        await office.PlanAndSend();
        var row = Assert.Single(office.Rows());
        Assert.Equal((InvitationState.Queued, office.Clock.Now.AddMinutes(5)), (row.State, row.NextAt));
        Assert.Null(office.Person().ClosedAddress);

        office.Server.Answer = _ => null;
        await office.Send();
        Assert.Empty(office.Server.Taken);
        office.Clock.Now = office.Clock.Now.AddMinutes(6);
        await office.Send();
        Assert.Single(office.Server.Taken);
    }

    [Fact]
    public async Task A_mailbox_that_is_not_there_closes_the_address_and_a_mended_one_opens_it()
    {
        office.Due();
        office.Server.Answer = heard => heard.StartsWith("RCPT", StringComparison.Ordinal) ? "550 5.1.1 no such user" : null;
        await office.PlanAndSend();
        Assert.Equal((InvitationState.Refused, "550 5.1.1"), (office.Rows()[0].State, office.Rows()[0].Refusal));
        Assert.Equal(AddressFault.Refused, office.Person().ClosedBecause);

        office.Server.Answer = _ => null;
        office.ItIs("2026-11-24T10:00Z");
        await office.PlanAndSend();
        Assert.Empty(office.Server.Taken);
        office.Change(db => db.Respondents.Single().Email = "ana.prado@example.com");
        office.ItIs("2026-11-25T10:00Z");
        await office.PlanAndSend();
        Assert.Equal("ana.prado@example.com", Assert.Single(office.Server.Taken).To);
        Assert.Equal(InvitationState.Sent, Assert.Single(office.Rows()).State);
    }

    [Fact]
    public async Task A_line_cut_after_the_last_dot_is_unknown_counts_as_invited_and_is_reminded_once()
    {
        var checkIn = office.Due();
        office.Server.Answer = heard => heard == "." ? "" : null;
        await office.PlanAndSend();
        Assert.Equal(InvitationState.Unknown, Assert.Single(office.Rows()).State);
        Assert.NotNull(office.CheckIn(checkIn.Id).InvitedAt);
        office.Server.Answer = _ => null;
        office.ItIs("2026-11-24T10:00Z");
        await office.PlanAndSend();
        Assert.Single(office.Server.Taken);
        office.ItIs("2026-11-26T10:00Z");
        await office.PlanAndSend();
        Assert.Equal(2, office.Server.Taken.Count);
    }

    [Fact]
    public async Task What_a_dead_process_had_not_given_away_is_sent_and_the_rest_is_not()
    {
        office.Due();
        office.Due("rui@example.com");
        await office.Plan();
        var letters = (await office.Claim.Take(10, default)).Letters;
        Assert.True(await office.Note.Sending(letters[0], () => { }, default)); // and here it dies

        await office.Send();
        Assert.Empty(office.Server.Taken);
        office.Clock.Now = office.Clock.Now.AddSeconds(office.Options.ClaimSeconds + 1);
        Assert.False(await office.Note.Sending(letters[1], () => { }, default));
        await office.Send();
        Assert.Equal(letters[1].To.ToString(), Assert.Single(office.Server.Taken).To);
        Assert.Equal([InvitationState.Sent, InvitationState.Unknown], office.Rows().Select(row => row.State).Order());
        Assert.NotNull(office.CheckIn(letters[0].CheckInId).InvitedAt);
    }

    [Fact]
    public async Task What_was_claimed_before_the_whole_system_went_down_is_not_sent()
    {
        var checkIn = office.Due();
        await office.Plan();
        await office.Claim.Take(10, default);
        office.Change(db => db.Invitations.Single().ClaimedBoot = "another start");
        office.Clock.Now = office.Clock.Now.AddSeconds(office.Options.ClaimSeconds + 1);
        await office.Send();
        Assert.Empty(office.Server.Taken);
        Assert.Equal(InvitationState.Unknown, Assert.Single(office.Rows()).State);
        Assert.NotNull(office.CheckIn(checkIn.Id).InvitedAt);
    }

    [Fact]
    public async Task A_mail_server_that_is_away_is_left_alone_for_a_minute_and_nothing_is_lost()
    {
        for (var i = 0; i < 40; i++)
        {
            office.Due($"p{i}@example.com");
        }
        office.Server.Answer = heard => heard.StartsWith("EHLO", StringComparison.Ordinal) ? "" : null;
        await office.PlanAndSend();
        await office.Send();
        Assert.True(office.Server.Commands.Count <= 4);
        office.Server.Answer = _ => null;
        office.Clock.Now = office.Clock.Now.AddMinutes(6);
        await office.Send();
        Assert.Equal(40, office.Server.Taken.Select(mail => mail.To).Distinct().Count());
        Assert.Equal(40, office.Server.Taken.Count);
    }

    [Fact]
    public async Task Without_an_address_nobody_is_written_to()
    {
        office.Due(email: null);
        office.Due(email: "not an address");
        await office.PlanAndSend();
        Assert.Empty(office.Rows());
    }

    [Fact]
    public async Task With_the_automatic_off_nobody_is_written_to()
    {
        office.Due();
        office.Options.Automatic = false;
        await office.PlanAndSend();
        Assert.Empty(office.Rows());
    }

    [Fact]
    public async Task Erased_with_the_person()
    {
        var checkIn = office.Due();
        await office.PlanAndSend();
        await using var db = office.Database.Open();
        await new EraseRespondent(db, office.Clock).Run(checkIn.RespondentId, "admin");
        Assert.Equal(0, await db.Invitations.CountAsync());
        await office.PlanAndSend();
        Assert.Single(office.Server.Taken);
    }

    public void Dispose() => office.Dispose();
}
