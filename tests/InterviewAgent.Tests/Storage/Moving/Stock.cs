using InterviewAgent.Accounts;
using InterviewAgent.Analysis;
using InterviewAgent.Insights.Digests;
using InterviewAgent.Interviewing;
using InterviewAgent.Privacy;
using InterviewAgent.Privacy.Search;
using InterviewAgent.Storage;
using InterviewAgent.Storage.Moving;
using Npgsql;

namespace InterviewAgent.Tests.Storage.Moving;

/// <summary>A store with rows of every kind of column: ids, texts of any script, days, truths, lists, nothing at all.</summary>
internal static class Stock
{
    public const string Words = "We plan it in our own sheet, d\u00e9j\u00e0 vu \ud83d\ude80 and more";

    public static async Task<Interview> Fill(InterviewAgentDb db, int people = 5)
    {
        Interview interview = null!;
        Account account = new() { ExternalId = Guid.NewGuid().ToString(), Name = "Vale Fibra, \"søn\" \u4f8b", Seats = 80, ContractSignedOn = new(2026, 1, 5) };
        db.Add(account);
        foreach (var number in Enumerable.Range(0, people))
        {
            Respondent person = new() { AccountId = account.Id, ExternalId = $"u{number}", Name = number % 2 == 0 ? null : $"N. {number}", Role = Role.EndUser };
            CheckIn checkIn = new() { AccountId = account.Id, RespondentId = person.Id, Checkpoint = Checkpoint.Day30, Due = new(2026, 2, 4), CompletedAt = DateTimeOffset.UnixEpoch };
            interview = new()
            {
                CheckInId = checkIn.Id, AccountId = account.Id, RespondentId = person.Id, Checkpoint = Checkpoint.Day30, HeldOn = new(2026, 2, 4), Channel = "web chat", Status = InterviewStatus.Analysed,
            };
            Turn said = new() { InterviewId = interview.Id, N = 1, Speaker = Speaker.Participant, Text = Words, At = DateTimeOffset.UnixEpoch };
            interview.Turns.Add(said);
            Finding finding = new() { AccountId = account.Id, RespondentId = person.Id, InterviewId = interview.Id, Code = "operational.old-workflow", Origin = "built-in", Verified = true, Kind = FindingKind.Friction };
            finding.Quotes.Add(new Quote { FindingId = finding.Id, TurnId = said.Id, Start = 0, Length = Words.Length });
            Digest digest = new() { Week = new DateOnly(2026, 3, 2).AddDays(7 * number), For = account.ExternalId, Numbers = "{}", CreatedAt = DateTimeOffset.UnixEpoch };
            digest.Claims.Add(new DigestClaim { DigestId = digest.Id, N = 1, Text = "One.", Rests = number == 0 ? [] : [finding.Id, account.Id] });
            db.AddRange(person, checkIn, interview, finding, digest);
            db.Add(new SearchableQuote { InterviewId = interview.Id, AccountId = account.Id, TurnId = said.Id, Start = 0, Length = 5, Words = Words });
            db.Add(new AuditEntry { At = DateTimeOffset.UnixEpoch, Who = "admin", Did = "looked", Subject = number == 0 ? null : person.Id });
        }
        await db.SaveChangesAsync();
        return interview;
    }

    public static async Task<IReadOnlyList<TableCount>> Counted(InterviewAgentDb db)
    {
        List<TableCount> counted = [];
        foreach (var table in StoreTable.All(db))
        {
            counted.Add(await new StoreRows(db).Count(table, default));
        }
        return [.. counted.OrderBy(table => table.Table, StringComparer.Ordinal)];
    }

    /// <summary>Lets the pool's connections go, which a copy takes for those of a server.</summary>
    public static void Leave(TestDatabase database)
    {
        if (database.Provider == StorageProvider.PostgreSql)
        {
            using NpgsqlConnection pool = new(database.Server.ConnectionString);
            NpgsqlConnection.ClearPool(pool);
        }
    }
}
