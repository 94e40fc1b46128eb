using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Storage;

namespace InterviewAgent.Tests.Insights.CallNotes;

/// <summary>An account whose people say sentences with words of their own, each of its own visibility.</summary>
internal sealed class NotedAccount
{
    private static readonly string[] Codes =
        ["technical.integration", "technical.data", "product.usability", "operational.old-workflow", "trust.output", "expectation.value", "capacity.skill", "drift.goal", "drift.sponsor"];

    public sealed record Sentence(string Text, string Code, Visibility Visibility, Guid Person, string Name, Guid Finding);

    public Account Account { get; }
    public Flag Flag { get; }
    public List<Sentence> Said { get; } = [];

    /// <summary>Every other account has many users who speak of few things.</summary>
    private bool Crowded { get; }

    /// <param name="withStrict">False: what would be kept to totals or deleted is not said at all.</param>
    public NotedAccount(InterviewAgentDb db, int seed, bool withStrict = true)
    {
        Random random = new(seed);
        Crowded = seed % 2 == 0;
        Account = new Account
        {
            ExternalId = Guid.NewGuid().ToString(), Name = $"Account {seed}", ContractSignedOn = new(2026, 1, 5), RenewalOn = new(2027, 1, 4), Owner = "A. Lind", Product = "Rotara",
        };
        Account.Promises.Add(new Promise { AccountId = Account.Id, ExternalId = "1", Text = "Two visits fewer a week", Workflow = "the weekly plan", On = new(2026, 1, 5), Source = "kick-off" });
        for (var week = 1; week <= 10; week++)
        {
            Account.Usage.Add(new UsageWeek { AccountId = Account.Id, Week = week, ActiveUsers = random.Next(3, 9), Logins = 40, KeyActions = 60 - (4 * week) });
        }
        db.Add(Account);
        for (var (n, people) = (0, random.Next(2, 9)); n < people; n++)
        {
            Person(db, random, n, withStrict);
        }
        List<Evidence> evidence = [new(EvidenceKind.OldWorkflowAlive, [.. Said.Select(one => one.Finding.ToString())], Said.Count, true, new(2026, 3, 1))];
        Flag = new Flag { AccountId = Account.Id, Kind = FlagKind.AtRisk, OpenedAt = new(2026, 3, 20, 0, 0, 0, TimeSpan.Zero), Why = "Dashboard red.", Evidence = EvidenceJson.Write(evidence) };
        db.Add(Flag);
    }

    private void Person(InterviewAgentDb db, Random random, int n, bool withStrict)
    {
        // Names of letters only, each its own: found in a page, it is this person's.
        var name = $"{(char)('B' + n)}qx{(char)('a' + random.Next(26))}vorn {(char)('B' + n)}zuthel";
        Respondent person = new() { AccountId = Account.Id, ExternalId = $"p{n}", Name = name, Role = Crowded && n > 0 ? Role.EndUser : (Role)random.Next(5) };
        Account.Respondents.Add(person);
        var forAll = random.Next(3) == 0 ? (Visibility)random.Next(4) : Visibility.WithMyName;
        var sentences = Enumerable.Range(0, random.Next(1, 4)).Select(at => (
            Text: $"{Token(random)} {Token(random)} {Token(random)} {Token(random)}.", Code: Codes[random.Next(Crowded ? 3 : Codes.Length)], Visibility: (Visibility)Math.Max((int)forAll, random.Next(2) == 0 ? 0 : random.Next(4)))).ToList();
        var said = withStrict ? sentences : sentences.FindAll(one => one.Visibility < Visibility.TotalsOnly);
        if (!withStrict && forAll >= Visibility.TotalsOnly)
        {
            return;
        }
        CheckIn checkIn = new() { AccountId = Account.Id, RespondentId = person.Id, Checkpoint = Checkpoint.Day60, Due = new(2026, 3, 6) };
        Interview interview = new()
        {
            CheckInId = checkIn.Id, AccountId = Account.Id, RespondentId = person.Id, Checkpoint = Checkpoint.Day60, HeldOn = new(2026, 3, 6), Channel = "web",
            Status = InterviewStatus.Analysed, Visibility = forAll,
        };
        Turn turn = new() { InterviewId = interview.Id, N = 1, Speaker = Speaker.Participant, Text = string.Join(' ', said.Select(one => one.Text).Append("Nothing to add.")) };
        interview.Turns.Add(turn);
        var start = 0;
        foreach (var (text, code, visibility) in said)
        {
            interview.Choices.Add(new VisibilityChoice { InterviewId = interview.Id, TurnId = turn.Id, Start = start, Length = text.Length, Visibility = visibility });
            Finding finding = new()
            {
                AccountId = Account.Id, RespondentId = person.Id, InterviewId = interview.Id, Code = code, Origin = "built-in", Verified = true,
                Kind = code.StartsWith("drift", StringComparison.Ordinal) ? FindingKind.Drift : FindingKind.Friction, Severity = 2,
            };
            finding.Quotes.Add(new Quote { FindingId = finding.Id, TurnId = turn.Id, Start = start, Length = text.Length });
            db.Add(finding);
            Said.Add(new Sentence(text, code, visibility, person.Id, name, finding.Id));
            start += text.Length + 1;
        }
        db.AddRange(checkIn, interview);
    }

    private static string Token(Random random) => string.Concat(Enumerable.Range(0, 9).Select(_ => (char)('a' + random.Next(26))));
}
