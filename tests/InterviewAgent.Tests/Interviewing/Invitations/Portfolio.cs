using FsCheck;
using FsCheck.Fluent;
using InterviewAgent.Accounts;
using InterviewAgent.Interviewing.Invitations;

namespace InterviewAgent.Tests.Interviewing.Invitations;

/// <summary>One person of a made-up account: when they are due, where they live, and how they take it.</summary>
internal sealed class Person(int account, Side side, string zone, int[] dueDays, int answersAfterHours, int pausesOn)
{
    public int Account => account;
    public Side Side => side;
    public string Zone => zone;
    public int[] DueDays => dueDays;
    public int AnswersAfterHours => answersAfterHours;

    /// <summary>Says "not now" to its message of this number, from 0; -1: to none.</summary>
    public int PausesOn => pausesOn;
}

/// <summary>
/// Accounts over months, hour by hour, with whatever the governor decides carried out. What it may not do is judged from the log of what
/// was sent, by rules said in other words.
/// </summary>
internal sealed class Portfolio(IReadOnlyList<Person> people, int hourOffset)
{
    private static readonly DateTimeOffset Start = new(2026, 9, 28, 0, 0, 0, TimeSpan.Zero);
    private readonly List<(Person Person, int CheckIn, InvitationKind Kind, DateTimeOffset At)> sent = [];

    public static Gen<Portfolio> Any =>
        from people in Gen.ListOf(
            from account in Gen.Choose(0, 2)
            from side in Gen.Elements(Side.Buyer, Side.User)
            from zone in Gen.Elements("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati", "Nowhere/Land")
            from first in Gen.Choose(0, 40)
            from gap in Gen.Choose(0, 40)
            from answers in Gen.Elements(1, 30, 100, 200, 100_000)
            from pauses in Gen.Elements(-1, 0, 1, 2)
            select new Person(account, side, zone, [first, first + gap], answers, pauses))
        from offset in Gen.Choose(0, 59)
        select new Portfolio([.. people.Take(12)], offset);

    public Portfolio Live(BurdenGovernor governor)
    {
        var accounts = people.ToDictionary(person => person, person => new Guid(person.Account + 1, 0, 0, new byte[8]));
        var ids = people.Select(person => (Person: person, Id: Guid.NewGuid(), CheckIns: person.DueDays.Select(_ => Guid.NewGuid()).ToArray())).ToList();
        for (var now = Start.AddMinutes(hourOffset); now < Start.AddDays(100); now = now.AddHours(3))
        {
            var candidates = ids.SelectMany(one => one.Person.DueDays.Select((day, number) => Look(one.Person, one.Id, number, one.CheckIns[number], accounts[one.Person], now))).ToList();
            var burdens = accounts.Values.Distinct().ToDictionary(id => id, id => new AccountBurden(
                ids.Count(one => accounts[one.Person] == id), Asked(id, Side.Buyer), Asked(id, Side.User)));
            foreach (var decision in governor.Decide(candidates, burdens, now).Where(decision => decision.Ask is not null))
            {
                var (person, _, checkIns) = ids.Single(one => one.Id == decision.Candidate.RespondentId);
                sent.Add((person, Array.IndexOf(checkIns, decision.Candidate.CheckInId), decision.Ask!.Value, now));
            }

            int Asked(Guid account, Side side) => sent.Where(one => accounts[one.Person] == account && one.Person.Side == side
                && one.Kind == InvitationKind.Invitation && one.At > now.AddDays(-7)).Select(one => one.Person).Distinct().Count();
        }
        return this;
    }

    public bool BreaksNoRule()
    {
        Assert.All(sent, one => Assert.True(InHours(one.Person.Zone, one.At), $"{one.At:O} in {one.Person.Zone}"));
        foreach (var checkIn in sent.GroupBy(one => (one.Person, one.CheckIn)))
        {
            Assert.Equal(checkIn.Count(), checkIn.Select(one => one.Kind).Distinct().Count());
            Assert.True(checkIn.Count() <= 3);
            Assert.All(checkIn, one => Assert.True(one.At < Answered(one.Person, one.CheckIn), "written to after the answer"));
        }
        foreach (var person in sent.GroupBy(one => one.Person))
        {
            var invited = person.Where(one => one.Kind == InvitationKind.Invitation).Select(one => one.At).Order().ToList();
            Assert.All(invited.Zip(invited.Skip(1)), pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromDays(21)));
        }
        foreach (var account in sent.Where(one => one.Kind == InvitationKind.Invitation).GroupBy(one => one.Person.Account))
        {
            var most = Math.Max(1, people.Count(person => person.Account == account.Key) / 2);
            Assert.All(account, one => Assert.True(account.Count(other => other.At <= one.At && other.At > one.At.AddDays(-7)) <= most));
        }
        // Everybody who can be asked is asked: the first check-in of the only person of an account never waits in vain.
        return people.Where(person => people.Count(other => other.Account == person.Account) == 1)
            .All(person => sent.Exists(one => one.Person == person));
    }

    private Candidate Look(Person person, Guid id, int number, Guid checkIn, Guid account, DateTimeOffset now)
    {
        var mine = sent.Where(one => one.Person == person).ToList();
        var here = mine.Where(one => one.CheckIn == number).ToList();
        var other = mine.Where(one => one.CheckIn != number && one.Kind == InvitationKind.Invitation).Select(one => (DateTimeOffset?)one.At).Max();
        return new()
        {
            CheckInId = checkIn, AccountId = account, RespondentId = id, Side = person.Side, TimeZone = person.Zone,
            Due = DateOnly.FromDateTime(Start.UtcDateTime).AddDays(person.DueDays[number]),
            Closed = Answered(person, number) <= now ? Reason.Completed : null,
            InvitedAt = here.Count == 0 ? null : here[0].At, Asked = here.Select(one => one.Kind).ToHashSet(), OtherAsked = other,
            PausedUntil = person.PausesOn >= 0 && here.Count > person.PausesOn ? here[person.PausesOn].At.AddDays(7) : null,
        };
    }

    private DateTimeOffset Answered(Person person, int checkIn) =>
        sent.Find(one => one.Person == person && one.CheckIn == checkIn) is { At: var at } && at != default
            ? at.AddHours(person.AnswersAfterHours) : DateTimeOffset.MaxValue;

    private static bool InHours(string zone, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) ? known : TimeZoneInfo.Utc);
        return local.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && local.Hour is >= 9 and < 17 and not 12;
    }
}
