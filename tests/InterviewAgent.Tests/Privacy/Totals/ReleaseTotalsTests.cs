using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Totals;
using InterviewAgent.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Privacy.Totals;

public sealed class ReleaseTotalsTests : IDisposable
{
    private readonly TestDatabase database = new();

    [Fact]
    public async Task From_five_people_in_three_accounts_on_they_are_counted_and_then_only_in_lots()
    {
        await People(4, accounts: 4);
        Assert.Empty(await Released("2026-11-02"));
        await People(1, accounts: 1);
        Assert.Empty(await Released("2026-11-08")); // The same week: nothing moves before Monday.
        Assert.Equal(5, (await Released("2026-11-09"))["trust.output"]);
        await People(4, accounts: 4);
        Assert.Equal(5, (await Released("2026-11-16"))["trust.output"]);
        await People(3, accounts: 1);
        Assert.Equal(12, (await Released("2026-11-23"))["trust.output"]);
    }

    [Fact]
    public async Task Who_says_it_openly_too_is_counted_with_the_open_ones_alone()
    {
        await People(5, accounts: 5, openToo: true);
        Assert.Empty(await Released("2026-11-02"));
    }

    [Fact]
    public async Task A_person_who_is_erased_is_forgotten_and_the_count_that_was_shown_stays()
    {
        await People(5, accounts: 5);
        await Released("2026-11-02");
        using var db = database.Open();
        var person = await db.TotalsMembers.Select(member => member.RespondentId).FirstAsync();
        await new EraseRespondent(db, TimeProvider.System).Run(person, "admin");
        Assert.False(await db.TotalsMembers.AnyAsync(member => member.RespondentId == person));
        Assert.Equal(5, (await Released("2026-11-09"))["trust.output"]);
    }

    private async Task<Dictionary<string, int>> Released(string today)
    {
        using var db = database.Open();
        await new ReleaseTotals(db, new On(DateTimeOffset.Parse(today + "T08:00Z", System.Globalization.CultureInfo.InvariantCulture))).Run(default);
        return await new ReadTotals(db).People();
    }

    private async Task People(int people, int accounts, bool openToo = false)
    {
        using var db = database.Open();
        var held = Enumerable.Range(0, accounts).Select(_ => new Account { ExternalId = Guid.NewGuid().ToString(), Name = "A", ContractSignedOn = new(2026, 1, 5) }).ToList();
        db.AddRange(held);
        for (var n = 0; n < people; n++)
        {
            var account = held[n % accounts];
            Respondent person = new() { AccountId = account.Id, ExternalId = $"p{n}", Role = Role.EndUser };
            account.Respondents.Add(person);
            Hold(db, account, person, Checkpoint.Day30, Visibility.TotalsOnly);
            if (openToo)
            {
                Hold(db, account, person, Checkpoint.Day90, Visibility.AccountOnly);
            }
        }
        await db.SaveChangesAsync();
    }

    private static void Hold(InterviewAgent.Storage.InterviewAgentDb db, Account account, Respondent person, Checkpoint checkpoint, Visibility visibility)
    {
        CheckIn checkIn = new() { AccountId = account.Id, RespondentId = person.Id, Checkpoint = checkpoint, Due = new(2026, 2, 4) };
        Interview interview = new()
        {
            CheckInId = checkIn.Id, AccountId = account.Id, RespondentId = person.Id, Checkpoint = checkpoint, HeldOn = new(2026, 2, 4), Channel = "web",
            Status = InterviewStatus.Analysed, Visibility = visibility,
        };
        Turn said = new() { InterviewId = interview.Id, N = 1, Speaker = Speaker.Participant, Text = "I check its numbers by hand." };
        interview.Turns.Add(said);
        Finding finding = new()
        {
            AccountId = account.Id, RespondentId = person.Id, InterviewId = interview.Id, Kind = FindingKind.Friction, Code = "trust.output", Origin = "built-in", Verified = true,
        };
        finding.Quotes.Add(new Quote { FindingId = finding.Id, TurnId = said.Id, Start = 0, Length = 10 });
        db.AddRange(checkIn, interview, finding);
    }

    private sealed class On(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    public void Dispose() => database.Dispose();
}
