using InterviewAgent.Accounts;
using InterviewAgent.Privacy;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InterviewAgent.Tests.Accounts;

public sealed class PlanCheckInsTests : IDisposable
{
    private static readonly IOptions<CheckInOptions> Settings = Options.Create(new CheckInOptions());
    private readonly TestDatabase database = new();
    private readonly Account account = new() { ExternalId = "a", Name = "Harbour", ContractSignedOn = new DateOnly(2026, 3, 2) };

    public PlanCheckInsTests()
    {
        account.Respondents.Add(new Respondent { AccountId = account.Id, ExternalId = "buyer", Role = Role.Buyer, Panel = Panel.A });
        account.Respondents.Add(new Respondent { AccountId = account.Id, ExternalId = "user", Role = Role.EndUser, Panel = Panel.B });
        using var db = database.Open();
        db.Accounts.Add(account);
        db.SaveChanges();
    }

    public void Dispose() => database.Dispose();

    [Fact]
    public async Task A_second_run_on_the_same_day_makes_nothing()
    {
        Assert.Equal(1, await PlanOn(14));
        Assert.Equal(0, await PlanOn(14));
        Assert.Equal(1, await PlanOn(30));
    }

    [Fact]
    public async Task A_person_who_was_erased_is_never_asked_again()
    {
        using (var db = database.Open())
        {
            db.Tombstones.Add(new Tombstone { RespondentId = account.Respondents[0].Id });
            db.SaveChanges();
        }

        Assert.Equal(0, await PlanOn(14));
    }

    [Fact]
    public async Task Due_is_what_has_come_and_is_not_finished()
    {
        await PlanOn(14);
        Assert.Empty(await DueOn(13));
        var due = Assert.Single(await DueOn(14));
        Assert.Equal(("a", "buyer", "due"), (due.Account, due.Respondent, due.Stage));
        Assert.Empty(await DueOn(14 + Settings.Value.DaysOpen + 1));
        using (var db = database.Open())
        {
            await db.CheckIns.ExecuteUpdateAsync(set => set.SetProperty(checkIn => checkIn.DeclinedAt, DateTimeOffset.UnixEpoch));
        }

        Assert.Empty(await DueOn(14));
    }

    private Task<int> PlanOn(int day) => new PlanCheckIns(database, Settings, Clock(day)).Run(default);

    private async Task<IReadOnlyList<DueCheckIn>> DueOn(int day)
    {
        using var db = database.Open();
        return await new DueCheckIns(db, Settings, Clock(day)).Find();
    }

    private StoppedClock Clock(int day) => new(new DateTimeOffset(account.ContractSignedOn.AddDays(day), new TimeOnly(9, 0), TimeSpan.Zero));

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
