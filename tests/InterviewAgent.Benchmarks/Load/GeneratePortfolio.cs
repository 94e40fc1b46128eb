using System.Globalization;
using InterviewAgent.Accounts;
using InterviewAgent.Benchmarks.Insights;
using InterviewAgent.Privacy;

namespace InterviewAgent.Benchmarks.Load;

/// <summary>
/// A portfolio as a company of that size has it: accounts of every age, eighty to a manager; six people each, of whom four were heard twice; some kept
/// to totals, some silent. Rows as imports and analyses leave them, in one SQLite store; the same seed gives the same portfolio.
/// </summary>
internal sealed class GeneratePortfolio(string connectionString, IReadOnlyList<SaidInterview> said, DateOnly today) : IDisposable
{
    public const int AccountsEach = 80;
    private const int Batch = 250, Weeks = 14;

    private static readonly Role[] Heard = [Role.Buyer, Role.EndUser, Role.Champion, Role.Admin];
    private static readonly Role[] Silent = [Role.Sponsor, Role.EndUser];
    private static readonly string[] Segments = ["enterprise", "mid-market", "small", "public"];
    private static readonly string[] Given = ["Anna", "Bruno", "Clara", "David", "Elena", "Frank", "Greta", "Hugo", "Irene", "Jonas", "Karin", "Lukas", "Marta", "Nils", "Olga", "Paul"];
    private static readonly string[] Family = ["Lind", "Rossi", "Meyer", "Okafor", "Duarte", "Novak", "Silva", "Haas", "Berg", "Costa", "Weber", "Popov", "Laine", "Moreau", "Kruger", "Sato"];
    private static readonly string[] Trades = ["Foods", "Freight", "Clinics", "Timber", "Printing", "Ceramics", "Bearings", "Hotels", "Textiles", "Energy"];

    private readonly StoredRows rows = new(connectionString);
    private readonly Random random = new(23);
    private int made;

    public static string OwnerOf(int number) => Name((number - 1) / AccountsEach);

    public void Add(int accounts)
    {
        for (var left = accounts; left > 0; left -= Batch)
        {
            using (rows.Begin())
            {
                for (var n = 0; n < Math.Min(left, Batch); n++)
                {
                    Account();
                }
            }
        }
    }

    /// <summary>One more interview of each of these people, held today.</summary>
    public void Another(IEnumerable<(Guid Account, Guid Person, Role Role)> people)
    {
        using var transaction = rows.Begin();
        foreach (var (account, person, role) in people)
        {
            Interview(account, person, role, role == Role.EndUser ? Checkpoint.Day60 : Checkpoint.Day90, today);
            rows.Insert("OutdatedAccounts", ("Id", Guid.CreateVersion7()), ("AccountId", account));
        }
    }

    private void Account()
    {
        var (account, number) = (Guid.CreateVersion7(), ++made);
        var age = number % 8 == 0 ? random.Next(8, 90) : random.Next(100, 330);
        var signed = today.AddDays(-age);
        rows.Insert("Accounts", ("Id", account), ("ExternalId", $"load-{number}"), ("Name", $"{Family[random.Next(Family.Length)]} {Trades[random.Next(Trades.Length)]} {number}"),
            ("Industry", Trades[number % Trades.Length]), ("Seats", 20 + random.Next(300)), ("ContractSignedOn", signed), ("RenewalOn", signed.AddDays(365)),
            ("Owner", OwnerOf(number)), ("Segment", Segments[random.Next(Segments.Length)]));
        var falls = random.Next(5) == 0 ? 3 : 0;
        for (var week = 1; week <= Math.Min(Weeks, 1 + (age / 7)); week++)
        {
            rows.Insert("Usage", ("AccountId", account), ("Week", week), ("ActiveUsers", 10 + random.Next(10)), ("Logins", 60 + random.Next(40)), ("KeyActions", 50 + random.Next(20) - (falls * week)));
        }
        for (var day = 7; day < Math.Min(age, 100); day += 28)
        {
            rows.Insert("Health", ("AccountId", account), ("On", signed.AddDays(day)), ("Status", random.Next(10) switch { 0 => "Red", 1 or 2 => "Yellow", _ => "Green" }));
        }
        for (var n = 1; n <= 3; n++)
        {
            rows.Insert("Promises", ("Id", Guid.CreateVersion7()), ("AccountId", account), ("ExternalId", n.ToString(CultureInfo.InvariantCulture)), ("Kind", n == 3 ? "Criterion" : "Outcome"),
                ("Text", n switch { 1 => "The weekly roster is made in the product by the end of the quarter", 2 => "Invoices leave within two days", _ => "The old stock list is switched off" }),
                ("Workflow", n switch { 1 => "roster", 2 => "invoice", _ => "stock list" }), ("Source", "order form"), ("On", signed));
        }
        foreach (var role in Heard)
        {
            var person = Person(account, role);
            var (first, second) = role is Role.Buyer or Role.Champion ? (Checkpoint.Day14, Checkpoint.Day60) : (Checkpoint.Day30, Checkpoint.Day90);
            // A young account has been heard early; its eight interviews are all the same there.
            Interview(account, person, role, first, signed.AddDays(Math.Min(first.Days(), age / 2)));
            Interview(account, person, role, age > 155 && random.Next(2) == 0 ? Checkpoint.Month5 : second, signed.AddDays(Math.Min(second.Days(), age - 1)));
        }
        foreach (var role in Silent)
        {
            var person = Person(account, role);
            if (random.Next(3) == 0)
            {
                var invited = signed.AddDays(Math.Min(30, age - 1));
                rows.Insert("CheckIns", ("Id", Guid.CreateVersion7()), ("AccountId", account), ("RespondentId", person), ("Checkpoint", nameof(Checkpoint.Day30)), ("Due", invited), ("InvitedAt", Ticks(invited)));
            }
        }
        rows.Insert("OutdatedAccounts", ("Id", account), ("AccountId", account));
    }

    private Guid Person(Guid account, Role role)
    {
        var person = Guid.CreateVersion7();
        rows.Insert("Respondents", ("Id", person), ("AccountId", account), ("ExternalId", person.ToString()), ("Role", role.ToString()), ("Name", Name(random.Next(Given.Length * Family.Length))),
            ("Language", "en"), ("TimeZone", "UTC"), ("Panel", role is Role.Buyer or Role.Champion ? "A" : "B"));
        return person;
    }

    private void Interview(Guid account, Guid person, Role role, Checkpoint checkpoint, DateOnly day)
    {
        var checkIn = Guid.CreateVersion7();
        var at = Ticks(day);
        rows.Insert("CheckIns", ("Id", checkIn), ("AccountId", account), ("RespondentId", person), ("Checkpoint", checkpoint.ToString()), ("Due", day), ("InvitedAt", at), ("OpenedAt", at),
            ("ConsentedAt", at), ("FirstAnswerAt", at), ("CompletedAt", at));
        var visibility = random.Next(12) switch { 0 => Visibility.TotalsOnly, 1 => Visibility.WithMyName, _ => Visibility.AccountOnly };
        new InterviewRows(rows, account, person).Add(checkIn, said[random.Next(said.Count)], role, checkpoint, day, visibility, keeps: random.Next(20) == 0);
    }

    private static long Ticks(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).Ticks;

    private static string Name(int n) =>
        string.Create(CultureInfo.InvariantCulture, $"{Given[n % Given.Length]} {Family[n / Given.Length % Family.Length]}{(n < Given.Length * Family.Length ? "" : " " + (n / (Given.Length * Family.Length)))}");

    public void Dispose() => rows.Dispose();
}
