using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Tests.Storage;

namespace InterviewAgent.Tests.Insights;

/// <summary>Stores an account with analysed interviews whose findings are given by code.</summary>
internal sealed class StoredAccount
{
    private static readonly DateOnly Signed = new(2026, 1, 5);
    private readonly TestDatabase database;
    private readonly Dictionary<string, Guid> people = [];

    public StoredAccount(TestDatabase database, HealthStatus? health = HealthStatus.Green)
    {
        this.database = database;
        using var db = database.Open();
        var account = new Account { ExternalId = ExternalId, Name = "Fenwright", ContractSignedOn = Signed, Owner = "Asa" };
        Id = account.Id;
        if (health is { } status)
        {
            account.Health.Add(new HealthReading { AccountId = Id, On = Signed.AddDays(100), Status = status });
        }
        db.Add(account);
        OutdatedAccount.Mark(db, Id);
        db.SaveChanges();
    }

    public Guid Id { get; }
    public string ExternalId { get; } = Guid.NewGuid().ToString();

    /// <summary>What the next one says.</summary>
    public string Says { get; set; } = "I keep my sheet.";

    /// <summary>A number for somebody who was not heard yet.</summary>
    public int NextPerson() => people.Count + 1;

    /// <param name="codes">"code", "friction/severity" or "commitment=status"; each rests on the first answer's first words.</param>
    public Guid Hears(string person, int day, Visibility visibility = Visibility.AccountOnly, params string[] codes)
    {
        using var db = database.Open();
        if (!people.TryGetValue(person, out var respondent))
        {
            var added = new Respondent { AccountId = Id, ExternalId = person, Role = person.StartsWith('b') ? Role.Buyer : Role.EndUser };
            people[person] = respondent = added.Id;
            db.Add(added);
        }
        var like = Heard.Interview(person, day, codes);
        var checkIn = new CheckIn { AccountId = Id, RespondentId = respondent, Checkpoint = like.Checkpoint, Due = like.HeldOn, CompletedAt = new DateTimeOffset(like.HeldOn, default, TimeSpan.Zero) };
        var interview = new Interview
        {
            CheckInId = checkIn.Id, AccountId = Id, RespondentId = respondent, Checkpoint = like.Checkpoint, HeldOn = like.HeldOn,
            Channel = "web", Status = InterviewStatus.Analysed, Visibility = visibility,
        };
        var turn = new Turn { InterviewId = interview.Id, N = 1, Speaker = Speaker.Participant, Text = Says, MessageId = "m1" };
        interview.Turns.Add(turn);
        db.AddRange(checkIn, interview);
        foreach (var finding in like.Findings)
        {
            var stored = new Finding
            {
                AccountId = Id, RespondentId = respondent, InterviewId = interview.Id, Kind = finding.Kind, Code = finding.Code,
                Severity = finding.Severity, Status = finding.Status, Origin = "built-in", Verified = true,
            };
            stored.Quotes.Add(new Quote { FindingId = stored.Id, TurnId = turn.Id, Start = 0, Length = Says.Length });
            db.Add(stored);
        }
        db.Add(new TurnSentiment { InterviewId = interview.Id, TurnId = turn.Id, Value = -1 });
        OutdatedAccount.Mark(db, Id);
        db.SaveChanges();
        return interview.Id;
    }

    /// <summary>The interviews of a silent sufferer; three of them carry the evidence.</summary>
    public StoredAccount SuffersInSilence(Visibility visibility = Visibility.AccountOnly)
    {
        Hears("b1", 14, Visibility.AccountOnly, "enthusiasm");
        Hears("b1", 30, Visibility.AccountOnly, "drift.priority");
        Hears("u1", 60, visibility, "operational.old-workflow/2", "trust.output/2");
        Hears("b1", 90, Visibility.AccountOnly, "drift.goal");
        return this;
    }
}
