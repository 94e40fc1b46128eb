using System.Diagnostics;
using System.Globalization;
using InterviewAgent.Storage;
using InterviewAgent.Storage.PostgreSql;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace InterviewAgent.Benchmarks.Load;

/// <summary>
/// A generated SQLite store into PostgreSQL, many times over. What is derived of an account depends on its own rows only, so a copy of all of them under ids
/// of its own is what the product would have come to; the sums over accounts are then counted by the product.
/// </summary>
internal sealed class CopyPortfolio(string connection, string file)
{
    // Parents before what refers to them.
    private static readonly string[] Tables =
    [
        "Accounts", "Respondents", "Promises", "Health", "Usage", "CheckIns", "Interviews", "Turns", "VisibilityChoices", "Findings", "Quote", "Readings",
        "TurnSentiments", "SearchableQuotes", "Flags", "VoiceReadings", "ThemeVoices", "AccountSummaries", "PersonVoices",
    ];

    /// <summary>Copied once: last week's, with which the next is compared.</summary>
    private const string Digests = "Digests";

    /// <summary>Ids made now begin with 01: a copy's first three digits are its number, and they keep their order among each other.</summary>
    private const int FirstCopy = 0x020;

    public async Task Run(PortfolioStore into, int copies)
    {
        await into.Update();
        await using var postgres = new NpgsqlConnection(connection);
        await postgres.OpenAsync();
        await using (var filled = new NpgsqlCommand("""SELECT EXISTS (SELECT 1 FROM "Accounts")""", postgres))
        {
            if ((bool)(await filled.ExecuteScalarAsync())!)
            {
                LoadRun.Say($"The database was filled before and is measured as it is.");
                return;
            }
        }
        await Do(postgres, "SET session_replication_role = replica");
        var watch = Stopwatch.StartNew();
        foreach (var table in Tables)
        {
            await Copy(postgres, table);
        }
        await Copy(postgres, Digests);
        await Do(postgres, """SELECT setval(pg_get_serial_sequence('"SearchableQuotes"', 'Id'), (SELECT max("Id") FROM "SearchableQuotes"))""");
        await Do(postgres, """DROP INDEX IF EXISTS "IX_SearchableQuotes_Terms" """);
        await Do(postgres, "CREATE FUNCTION pg_temp.own(id uuid, copy text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT (copy || substr(id::text, 4))::uuid $$");
        for (var copy = 1; copy < copies; copy++)
        {
            foreach (var table in Tables)
            {
                await Again(postgres, table, (FirstCopy + copy).ToString("x3", CultureInfo.InvariantCulture));
            }
            LoadRun.Say($"copy {copy} of {copies - 1} after {watch.Elapsed.TotalSeconds:0} s");
        }
        await Do(postgres, """CREATE INDEX "IX_SearchableQuotes_Terms" ON "SearchableQuotes" USING gin ("Terms")""");
        await Do(postgres, "SET session_replication_role = origin");
        await into.Recount();
        await Do(postgres, "VACUUM (ANALYZE)");
        await using var size = new NpgsqlCommand("SELECT pg_database_size(current_database())", postgres);
        var bytes = (long)(await size.ExecuteScalarAsync())!;
        LoadRun.Say($"PostgreSQL: {into.Accounts} accounts in {watch.Elapsed.TotalSeconds:0} s, {bytes / 1e9:0.0} GB, {bytes / (into.Accounts * 8.05) / 1000:0.0} kB an interview");
    }

    private async Task Copy(NpgsqlConnection postgres, string table)
    {
        var columns = await Columns(postgres, table);
        var stored = columns.Where(column => column.Name != "Terms").ToList();
        await using var sqlite = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        await sqlite.OpenAsync();
        await using var read = sqlite.CreateCommand();
#pragma warning disable CA2100 // Names of our own tables.
        read.CommandText = $"SELECT {string.Join(", ", stored.Select(column => $"\"{column.Name}\""))} FROM \"{table}\" ORDER BY rowid";
#pragma warning restore CA2100
        await using var rows = await read.ExecuteReaderAsync();
        await using var write = await postgres.BeginTextImportAsync($"COPY \"{table}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) FROM STDIN");
        var words = stored.FindIndex(column => column.Name == "Words");
        while (await rows.ReadAsync())
        {
            var cells = Enumerable.Range(0, stored.Count).Select(i => rows.IsDBNull(i) ? "\\N" : Escaped(Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture)!)).ToList();
            if (columns.Count > stored.Count)
            {
                cells.Insert(columns.FindIndex(column => column.Name == "Terms"), Escaped(SearchTerms.Of(rows.GetString(words)).ToString()));
            }
            await write.WriteLineAsync(string.Join('\t', cells));
        }
    }

    private static async Task Again(NpgsqlConnection postgres, string table, string copy)
    {
        var columns = (await Columns(postgres, table)).Where(column => (table, column.Name) != ("SearchableQuotes", "Id")).ToList();
        var values = columns.Select(column => (table, column.Name, column.Type) switch
        {
            (_, _, "uuid") => $"pg_temp.own(\"{column.Name}\", '{copy}')",
            ("Accounts", "ExternalId" or "Name" or "Owner", _) => $"\"{column.Name}\" || ' {copy}'",
            ("Flags", "Owner", _) => $"\"Owner\" || ' {copy}'",
            ("Flags", "Evidence", _) or ("VoiceReadings", "Reading", _) => $"regexp_replace(\"{column.Name}\", '\"01[0-9a-f]([0-9a-f]{{5}}-)', '\"{copy}\\1', 'g')",
            _ => $"\"{column.Name}\"",
        });
        var key = columns.First(column => column.Type == "uuid").Name;
        await Do(postgres, $"""
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))})
            SELECT {string.Join(", ", values)} FROM "{table}" WHERE "{key}" < '02000000-0000-0000-0000-000000000000'
            """);
    }

    private static async Task<List<(string Name, string Type)>> Columns(NpgsqlConnection postgres, string table)
    {
        await using var ask = new NpgsqlCommand("SELECT column_name, data_type FROM information_schema.columns WHERE table_name = $1 AND table_schema = current_schema() ORDER BY ordinal_position", postgres)
        {
            Parameters = { new() { Value = table } },
        };
        await using var reader = await ask.ExecuteReaderAsync();
        List<(string, string)> columns = [];
        while (await reader.ReadAsync())
        {
            columns.Add((reader.GetString(0), reader.GetString(1)));
        }
        return columns;
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal);

    private static async Task Do(NpgsqlConnection postgres, string statement)
    {
#pragma warning disable CA2100 // Names of our own tables.
        await using var command = new NpgsqlCommand(statement, postgres) { CommandTimeout = 0 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
