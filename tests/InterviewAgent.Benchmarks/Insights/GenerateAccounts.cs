using InterviewAgent.Accounts;
using Microsoft.Data.Sqlite;

namespace InterviewAgent.Benchmarks.Insights;

/// <summary>
/// Accounts of four people with eight analysed interviews each, weekly usage and health, written by prepared statements into a migrated store, as
/// imports and analyses leave them. The same seed gives the same accounts.
/// </summary>
internal sealed class GenerateAccounts : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Role[] Roles = [Role.Buyer, Role.EndUser, Role.EndUser, Role.Buyer];
    private readonly SqliteConnection connection;
    private readonly Dictionary<string, SqliteCommand> inserts = [];
    private readonly IReadOnlyList<SaidInterview> said;
    private readonly Random random = new(7);
    private int made;

    public GenerateAccounts(string connectionString, IReadOnlyList<SaidInterview> said)
    {
        this.said = said;
        connection = new SqliteConnection(connectionString);
        connection.Open();
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA synchronous=OFF; PRAGMA cache_size=-20000; PRAGMA temp_store=MEMORY";
        pragma.ExecuteNonQuery();
    }

    public void Add(int accounts)
    {
        while (accounts > 0)
        {
            using var transaction = connection.BeginTransaction();
            for (var n = 0; n < Math.Min(accounts, 500); n++)
            {
                Account(transaction);
            }
            transaction.Commit();
            accounts -= Math.Min(accounts, 500);
        }
    }

    private void Account(SqliteTransaction transaction)
    {
        var (account, number) = (Guid.CreateVersion7(), ++made);
        var signed = Today.AddDays(-random.Next(100, 200));
        Insert(transaction, "Accounts", ("Id", account), ("ExternalId", $"b-{number}"), ("Name", $"Account {number}"), ("ContractSignedOn", signed), ("Segment", number % 3 == 0 ? "large" : "mid-market"));
        for (var week = 1; week <= 14; week++)
        {
            Insert(transaction, "Usage", ("AccountId", account), ("Week", week), ("ActiveUsers", 10 + random.Next(10)), ("Logins", 60 + random.Next(40)), ("KeyActions", 30 + random.Next(60)));
        }
        Insert(transaction, "Health", ("AccountId", account), ("On", signed.AddDays(80)), ("Status", random.Next(4) == 0 ? "Yellow" : "Green"));
        foreach (var role in Roles)
        {
            var person = Guid.CreateVersion7();
            Insert(transaction, "Respondents", ("Id", person), ("AccountId", account), ("ExternalId", person.ToString()), ("Role", role.ToString()), ("Language", "en"), ("TimeZone", "UTC"), ("Panel", "A"));
            Interview(transaction, account, person, role, Checkpoint.Day14, signed.AddDays(14 + random.Next(4)));
            Interview(transaction, account, person, role, Checkpoint.Day60, signed.AddDays(60 + random.Next(6)));
        }
        Insert(transaction, "OutdatedAccounts", ("Id", account), ("AccountId", account));
    }

    /// <summary>One more interview, as the analysis leaves it; its account is marked.</summary>
    public void Another(Guid account, Guid person, Role role)
    {
        using var transaction = connection.BeginTransaction();
        Interview(transaction, account, person, role, Checkpoint.Day90, Today);
        Insert(transaction, "OutdatedAccounts", ("Id", Guid.CreateVersion7()), ("AccountId", account));
        transaction.Commit();
    }

    private void Interview(SqliteTransaction transaction, Guid account, Guid person, Role role, Checkpoint checkpoint, DateOnly day)
    {
        var (checkIn, interview) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var at = day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc).Ticks;
        var what = said[random.Next(said.Count)];
        var coded = what.For(role, checkpoint);
        Insert(transaction, "CheckIns", ("Id", checkIn), ("AccountId", account), ("RespondentId", person), ("Checkpoint", checkpoint.ToString()), ("Due", day), ("InvitedAt", at), ("OpenedAt", at), ("CompletedAt", at));
        Insert(transaction, "Interviews", ("Id", interview), ("CheckInId", checkIn), ("AccountId", account), ("RespondentId", person), ("Checkpoint", checkpoint.ToString()),
            ("HeldOn", day), ("Origin", "Held"), ("Channel", "web"), ("Language", "en"), ("Seed", 1), ("Status", "Analysed"), ("Visibility", "AccountOnly"), ("AnalysedAt", at),
            ("Sentiment", coded.Sentiment), ("Version", 1));
        Dictionary<int, Guid> turns = [];
        foreach (var turn in what.Turns)
        {
            Insert(transaction, "Turns", ("Id", turns[turn.N] = Guid.CreateVersion7()), ("InterviewId", interview), ("N", turn.N), ("Speaker", turn.Speaker.ToString()), ("Text", turn.Text), ("At", at));
        }
        foreach (var finding in coded.Findings)
        {
            var id = Guid.CreateVersion7();
            Insert(transaction, "Findings", ("Id", id), ("AccountId", account), ("RespondentId", person), ("InterviewId", interview), ("Kind", finding.Kind.ToString()), ("Code", finding.Code),
                ("Severity", finding.Severity), ("Status", finding.Status?.ToString()), ("Origin", "built-in"), ("Verified", finding.Quotes.Count > 0), ("Because", finding.Because), ("SetAside", false));
            foreach (var quote in finding.Quotes.DistinctBy(quote => (quote.TurnN, quote.Start)))
            {
                Insert(transaction, "Quote", ("FindingId", id), ("TurnId", turns[quote.TurnN]), ("Start", quote.Start), ("Length", quote.Length));
            }
        }
        foreach (var reading in coded.Readings)
        {
            Insert(transaction, "Readings", ("Id", Guid.CreateVersion7()), ("AccountId", account), ("RespondentId", person), ("InterviewId", interview), ("Dimension", reading.Dimension.ToString()),
                ("Value", reading.Value), ("TurnId", reading.Quote is { } quote ? turns[quote.TurnN] : null), ("Start", reading.Quote?.Start ?? 0), ("Length", reading.Quote?.Length ?? 0));
        }
        foreach (var felt in coded.TurnSentiment)
        {
            Insert(transaction, "TurnSentiments", ("TurnId", turns[felt.TurnN]), ("InterviewId", interview), ("Value", felt.Value));
        }
    }

    private void Insert(SqliteTransaction transaction, string table, params (string Column, object? Value)[] row)
    {
        if (!inserts.TryGetValue(table, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own tables.
            command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", row.Select(cell => $"\"{cell.Column}\""))}) VALUES ({string.Join(", ", row.Select(cell => "$" + cell.Column))})";
#pragma warning restore CA2100
            foreach (var (column, _) in row)
            {
                command.Parameters.Add(new SqliteParameter("$" + column, null));
            }
            inserts[table] = command;
        }
        command.Transaction = transaction;
        for (var i = 0; i < row.Length; i++)
        {
            command.Parameters[i].Value = row[i].Value ?? DBNull.Value;
        }
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in inserts.Values)
        {
            command.Dispose();
        }
        connection.Dispose();
    }
}
