using InterviewAgent.Accounts;

namespace InterviewAgent.Benchmarks.Insights;

/// <summary>
/// Accounts of four people with eight analysed interviews each, weekly usage and health, written by prepared statements into a migrated store, as
/// imports and analyses leave them. The same seed gives the same accounts.
/// </summary>
internal sealed class GenerateAccounts : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Role[] Roles = [Role.Buyer, Role.EndUser, Role.EndUser, Role.Buyer];
    private readonly StoredRows rows;
    private readonly IReadOnlyList<SaidInterview> said;
    private readonly Random random = new(7);
    private int made;

    public GenerateAccounts(string connectionString, IReadOnlyList<SaidInterview> said)
    {
        this.said = said;
        rows = new StoredRows(connectionString);
    }

    public void Add(int accounts)
    {
        while (accounts > 0)
        {
            using (rows.Begin())
            {
                for (var n = 0; n < Math.Min(accounts, 500); n++)
                {
                    Account();
                }
            }
            accounts -= Math.Min(accounts, 500);
        }
    }

    private void Account()
    {
        var (account, number) = (Guid.CreateVersion7(), ++made);
        var signed = Today.AddDays(-random.Next(100, 200));
        rows.Insert("Accounts", ("Id", account), ("ExternalId", $"b-{number}"), ("Name", $"Account {number}"), ("ContractSignedOn", signed), ("Segment", number % 3 == 0 ? "large" : "mid-market"));
        for (var week = 1; week <= 14; week++)
        {
            rows.Insert("Usage", ("AccountId", account), ("Week", week), ("ActiveUsers", 10 + random.Next(10)), ("Logins", 60 + random.Next(40)), ("KeyActions", 30 + random.Next(60)));
        }
        rows.Insert("Health", ("AccountId", account), ("On", signed.AddDays(80)), ("Status", random.Next(4) == 0 ? "Yellow" : "Green"));
        foreach (var role in Roles)
        {
            var person = Guid.CreateVersion7();
            rows.Insert("Respondents", ("Id", person), ("AccountId", account), ("ExternalId", person.ToString()), ("Role", role.ToString()), ("Language", "en"), ("TimeZone", "UTC"), ("Panel", "A"));
            Interview(account, person, role, Checkpoint.Day14, signed.AddDays(14 + random.Next(4)));
            Interview(account, person, role, Checkpoint.Day60, signed.AddDays(60 + random.Next(6)));
        }
        rows.Insert("OutdatedAccounts", ("Id", account), ("AccountId", account));
    }

    /// <summary>One more interview, as the analysis leaves it; its account is marked.</summary>
    public void Another(Guid account, Guid person, Role role)
    {
        using var transaction = rows.Begin();
        Interview(account, person, role, Checkpoint.Day90, Today);
        rows.Insert("OutdatedAccounts", ("Id", Guid.CreateVersion7()), ("AccountId", account));
    }

    private void Interview(Guid account, Guid person, Role role, Checkpoint checkpoint, DateOnly day)
    {
        var checkIn = Guid.CreateVersion7();
        var at = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).Ticks;
        rows.Insert("CheckIns", ("Id", checkIn), ("AccountId", account), ("RespondentId", person), ("Checkpoint", checkpoint.ToString()), ("Due", day), ("InvitedAt", at), ("OpenedAt", at), ("CompletedAt", at));
        new InterviewRows(rows, account, person).Add(checkIn, said[random.Next(said.Count)], role, checkpoint, day);
    }

    public void Dispose() => rows.Dispose();
}
