using System.Text.Json;
using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights;
using InterviewAgent.Insights.Summaries;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;

namespace InterviewAgent.Web.Tests.Dashboard;

/// <summary>Rows as the import and the analysis leave them: one account with a flag, and words of every visibility.</summary>
internal sealed class Portfolio
{
    public const string OpenWords = "I still plan it in my own sheet";
    public const string NamedWords = "The board has moved on to the merger, not the weekly plan";
    public const string TotalsWords = "zebrafinch quartz nobody may read this";
    public const string SentenceKept = "wombat velvet only for the totals";

    private readonly DateOnly today = DateOnly.FromDateTime(DateTime.UtcNow);

    public Account Account { get; }
    public Flag Flag { get; private set; } = null!;
    public Interview Open { get; private set; } = null!;
    public Interview Kept { get; private set; } = null!;

    private readonly InterviewAgentDb db;

    private Portfolio(InterviewAgentDb db, string name)
    {
        this.db = db;
        Account = new Account
        {
            ExternalId = name, Name = name, Industry = name, Segment = "mid-market", Owner = "A. Lind", ContractSignedOn = today.AddDays(-74),
            RenewalOn = today.AddDays(290), Seats = 80,
        };
    }

    public static async Task<Portfolio> Seed(InterviewAgentDb db, string name = "Vale Fibra")
    {
        Portfolio portfolio = new(db, name);
        portfolio.Fill(name);
        await db.SaveChangesAsync();
        await new SummariseAccount(db).Of(portfolio.Account.Id);
        return portfolio;
    }

    private void Fill(string name)
    {
        Account.Promises.Add(new Promise { ExternalId = "1", AccountId = Account.Id, Text = $"Fewer visits {name}", Workflow = name, Source = name, On = Account.ContractSignedOn });
        Account.Promises.Add(new Promise { ExternalId = "2", AccountId = Account.Id, Text = "The board moved the sheet and the weekly plan into Rotara before the merger", Workflow = "weekly plan", Kind = PromiseKind.Criterion, Source = "kick-off minutes" });
        Account.Health.Add(new HealthReading { AccountId = Account.Id, On = today.AddDays(-3), Status = HealthStatus.Green });
        for (var week = 1; week <= 10; week++)
        {
            Account.Usage.Add(new UsageWeek { AccountId = Account.Id, Week = week, ActiveUsers = 10 * week, Logins = 20 * week, KeyActions = 50 - (4 * week) });
        }

        db.Accounts.Add(Account);
        Open = Hold(Role.EndUser, $"{name} Duarte", Visibility.AccountOnly, Checkpoint.Day14, $"{OpenWords}. And {SentenceKept}.", "operational.old-workflow", OpenWords);
        Keep(Open, SentenceKept);
        Hold(Role.Sponsor, $"{name} Okafor", Visibility.WithMyName, Checkpoint.Day30, $"{NamedWords}.", "drift.sponsor", NamedWords, readBack: true);
        Hold(Role.Champion, $"{name} Meyer", Visibility.AccountOnly, Checkpoint.Day60, $"Nothing to add. {name}", null, "");
        Kept = Hold(Role.Admin, "Zaphod Quillfeather", Visibility.TotalsOnly, Checkpoint.Day30, $"{TotalsWords}.", "trust.output", TotalsWords);
        var silent = Person(Role.EndUser, null);
        db.CheckIns.Add(new CheckIn { AccountId = Account.Id, RespondentId = silent.Id, Checkpoint = Checkpoint.Day60, Due = today.AddDays(-14), InvitedAt = DateTimeOffset.UtcNow.AddDays(-14) });
        Flag = new Flag
        {
            AccountId = Account.Id, Kind = FlagKind.SilentSufferer, OpenedAt = DateTimeOffset.UtcNow.AddDays(-1), Due = today.AddDays(4),
            Why = $"Dashboard green, but work still runs outside the product {name}.",
            Evidence = JsonSerializer.Serialize(new[]
            {
                new Evidence(EvidenceKind.OldWorkflowAlive, [.. db.ChangeTracker.Entries<Finding>().Select(entry => entry.Entity.Id.ToString())], 2, true, today),
            }),
        };
        db.Flags.Add(Flag);
    }

    private Respondent Person(Role role, string? name)
    {
        Respondent person = new() { AccountId = Account.Id, ExternalId = Guid.NewGuid().ToString(), Role = role, Name = name, Title = name };
        Account.Respondents.Add(person);
        return person;
    }

    private Interview Hold(Role role, string name, Visibility visibility, Checkpoint checkpoint, string answer, string? code, string quote, bool readBack = false)
    {
        var person = Person(role, name);
        var day = Account.ContractSignedOn.AddDays(checkpoint.Days());
        CheckIn checkIn = new() { AccountId = Account.Id, RespondentId = person.Id, Checkpoint = checkpoint, Due = day, CompletedAt = DateTimeOffset.UtcNow.AddDays(-2) };
        Interview interview = new()
        {
            CheckInId = checkIn.Id, AccountId = Account.Id, RespondentId = person.Id, Checkpoint = checkpoint, HeldOn = day, Channel = "web chat",
            Status = InterviewStatus.Analysed, Visibility = visibility, GuideId = "buyer", GuideHash = new string('a', 64), RulesVersion = "1",
        };
        interview.Turns.Add(new Turn { InterviewId = interview.Id, N = 1, Speaker = Speaker.Interviewer, Text = "How is the weekly plan being done?" });
        Turn said = new() { InterviewId = interview.Id, N = 2, Speaker = Speaker.Participant, Text = answer };
        interview.Turns.Add(said);
        if (code is not null)
        {
            Finding finding = new()
            {
                AccountId = Account.Id, RespondentId = person.Id, InterviewId = interview.Id, Code = code, Origin = "built-in", Verified = true, Severity = code.StartsWith("drift", StringComparison.Ordinal) ? null : 2,
                Kind = code.StartsWith("drift", StringComparison.Ordinal) ? FindingKind.Drift : FindingKind.Friction,
            };
            finding.Quotes.Add(new Quote { FindingId = finding.Id, TurnId = said.Id, Start = answer.IndexOf(quote, StringComparison.Ordinal), Length = quote.Length });
            db.Add(finding);
        }

        if (readBack)
        {
            interview.Choices.Add(new VisibilityChoice { InterviewId = interview.Id, TurnId = said.Id, Start = 0, Length = answer.Length, Visibility = visibility });
        }

        db.Add(checkIn);
        db.Add(interview);
        db.Add(new Reading { AccountId = Account.Id, RespondentId = person.Id, InterviewId = interview.Id, Dimension = ReadingDimension.Outcome, Value = 1, TurnId = said.Id, Length = 4 });
        return interview;
    }

    /// <summary>One sentence kept to totals in an interview that is open otherwise, and a finding that rests on it alone.</summary>
    private void Keep(Interview interview, string sentence)
    {
        var turn = interview.Turns[1];
        var start = db.Entry(turn).CurrentValues.GetValue<string>(nameof(Turn.Text)).IndexOf(sentence, StringComparison.Ordinal);
        interview.Choices.Add(new VisibilityChoice { InterviewId = interview.Id, TurnId = turn.Id, Start = start, Length = sentence.Length, Visibility = Visibility.TotalsOnly });
        Finding finding = new()
        {
            AccountId = Account.Id, RespondentId = interview.RespondentId, InterviewId = interview.Id, Code = "capacity.fatigue", Origin = "built-in",
            Verified = true, Kind = FindingKind.Friction, Severity = 3,
        };
        finding.Quotes.Add(new Quote { FindingId = finding.Id, TurnId = turn.Id, Start = start, Length = sentence.Length });
        db.Add(finding);
    }
}
