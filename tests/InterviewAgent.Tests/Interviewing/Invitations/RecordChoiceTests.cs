using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Tests.Interviewing.Invitations;

public sealed class RecordChoiceTests : IDisposable
{
    private readonly InvitedOffice office = new();

    [Fact]
    public async Task Not_now_is_quiet_for_a_week_and_then_reminds()
    {
        var checkIn = await Invited();
        await office.Choose(Choice.NotNow);
        office.ItIs("2026-11-27T10:00Z"); // the first reminder would have come on the 26th
        await office.PlanAndSend();
        Assert.Single(office.Server.Taken);
        office.ItIs("2026-11-30T10:00Z");
        await office.PlanAndSend();
        Assert.Equal(2, office.Server.Taken.Count);
        Assert.Null(office.CheckIn(checkIn.Id).DeclinedAt);
    }

    [Fact]
    public async Task Not_me_ends_this_check_in_and_closes_the_address_until_it_is_mended()
    {
        var checkIn = await Invited();
        await office.Choose(Choice.NotMe);
        Assert.NotNull(office.CheckIn(checkIn.Id).DeclinedAt);
        Assert.Equal(("ana@example.com", AddressFault.WrongPerson), (office.Person().ClosedAddress, office.Person().ClosedBecause));
        Next(checkIn);
        office.ItIs("2026-12-28T10:00Z");
        await office.PlanAndSend();
        Assert.Single(office.Server.Taken);
        office.Change(db => db.Respondents.Single().Email = "ines@example.com");
        office.ItIs("2026-12-29T10:00Z");
        await office.PlanAndSend();
        Assert.Equal("ines@example.com", office.Server.Taken[^1].To);
    }

    [Fact]
    public async Task Never_is_for_ever_and_counts_as_declined()
    {
        var checkIn = await Invited();
        var next = Next(checkIn);
        await office.Choose(Choice.Never);
        await office.Choose(Choice.Never);
        Assert.NotNull(office.CheckIn(checkIn.Id).DeclinedAt);
        Assert.NotNull(office.CheckIn(next).DeclinedAt);
        office.ItIs("2027-01-11T10:00Z");
        await office.PlanAndSend();
        Assert.Single(office.Server.Taken);
        await new PlanCheckIns(office.Database, Options.Create(new CheckInOptions()), office.Clock).Run(default);
        await using var db = office.Database.Open();
        Assert.Equal(2, await db.CheckIns.CountAsync());
    }

    [Fact]
    public async Task What_was_answered_stays_answered()
    {
        var checkIn = await Invited();
        office.Change(db => db.CheckIns.Single().CompletedAt = office.Clock.Now);
        await office.Choose(Choice.Never);
        Assert.Null(office.CheckIn(checkIn.Id).DeclinedAt);
    }

    [Fact]
    public async Task A_link_that_ran_out_still_says_no()
    {
        await Invited();
        office.Change(db => db.Links.Single().RevokedAt = office.Clock.Now);
        office.ItIs("2027-11-23T10:00Z");
        await office.Choose(Choice.Never);
        Assert.NotNull(office.Person().NoContactFrom);
    }

    [Fact]
    public async Task The_token_of_the_interview_chooses_nothing()
    {
        await Invited();
        var open = office.Server.Taken[0].Text().Split('\n', ' ').First(word => word.Contains("/i/", StringComparison.Ordinal)).Trim();
        await using var db = office.Database.Open();
        foreach (var token in new[] { open[(open.LastIndexOf('/') + 1)..], "", null, "a.b.c", new string('x', 5000) })
        {
            Assert.Null(await office.Choices(db).Find(token, default));
        }
    }

    private async Task<CheckIn> Invited()
    {
        var checkIn = office.Due();
        await office.PlanAndSend();
        return checkIn;
    }

    private Guid Next(CheckIn checkIn)
    {
        CheckIn next = new() { AccountId = checkIn.AccountId, RespondentId = checkIn.RespondentId, Checkpoint = Checkpoint.Day60, Due = new(2026, 12, 28) };
        office.Change(db => db.Add(next));
        return next.Id;
    }

    public void Dispose() => office.Dispose();
}
