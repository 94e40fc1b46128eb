using System.Reflection;
using System.Text.RegularExpressions;
using InterviewAgent.Storage;
using InterviewAgent.Storage.PostgreSql;
using InterviewAgent.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Tests.Storage;

public sealed partial class SchemaTests
{
    [Fact]
    public async Task The_migrated_schema_equals_the_model()
    {
        using var migrated = new TestDatabase(TestServer.Provider, empty: true);
        using var modelled = new TestDatabase(TestServer.Provider, empty: true);
        await new MigrateDatabase(migrated).Run();
        await using (var db = modelled.Open())
        {
            await db.Database.EnsureCreatedAsync();
        }

        var (actual, expected) = (Parts(migrated), Parts(modelled));
        Assert.Contains(migrated.Provider == StorageProvider.Sqlite ? "Turns.Text TEXT NOT NULL" : "Turns.Text text NOT NULL COLLATE C", expected);
        Assert.Contains(expected, part => part.StartsWith("Turns.InterviewId -> Interviews.Id", StringComparison.Ordinal)
            || part.Contains("FOREIGN KEY (\"InterviewId\") REFERENCES \"Interviews\"", StringComparison.Ordinal));
        var difference = expected.Except(actual).Select(part => $"+ the model has   {part}")
            .Concat(actual.Except(expected).Select(part => $"- migrated has   {part}"));
        Assert.True(actual.SetEquals(expected),
            $"The migrations and the model differ: write a migration (Storage/{migrated.Provider}/Migrations, and its twin).\n" + string.Join('\n', difference.Order()));
    }

    [Fact]
    public async Task Migrating_twice_changes_nothing()
    {
        using var database = new TestDatabase(TestServer.Provider, empty: true);
        MigrateDatabase migrate = new(database);
        Assert.NotEmpty(await migrate.Run());
        Assert.Empty(await migrate.Run());
    }

    /// <summary>The first of PostgreSQL takes in what SQLite has up to 0017.</summary>
    [Fact]
    public void Each_later_change_has_its_migration_on_both()
    {
        static IEnumerable<string> Of(Type context) => typeof(MigrateDatabase).Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == context)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()!.Id).Where(id => string.CompareOrdinal(id, "0018") > 0).Order(StringComparer.Ordinal);
        Assert.Equal(Of(typeof(SqliteInterviewAgentDb)), Of(typeof(PostgreSqlInterviewAgentDb)));
    }

    // What SQLite knows of each table, and not how it was written: a column that was added later reads like one of the first day.
    // The full-text index and its triggers are SQLite's own and no part of the model; SearchQuotesTests hold them.
    // Defaults are left out: a column added to rows that exist needs one, the model does not.
    private static HashSet<string> Parts(TestDatabase database)
    {
        using var db = database.Open();
        if (database.Provider == StorageProvider.PostgreSql)
        {
            return [.. PostgreSqlParts.SelectMany(query => db.Database.SqlQueryRaw<string>(query).AsEnumerable())];
        }
        const string Tables = "FROM sqlite_master m WHERE m.type = 'table' AND m.name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
            + "AND m.name NOT LIKE 'SearchIndex%'";
        string[] queries =
        [
            $"SELECT m.name || '.' || c.name || ' ' || c.type || iif(c.\"notnull\", ' NOT NULL', '') || iif(c.pk, ' KEY ' || c.pk, '') AS Value "
                + Tables.Replace(" WHERE", ", pragma_table_info(m.name) c WHERE", StringComparison.Ordinal),
            $"SELECT m.name || '.' || f.\"from\" || ' -> ' || f.\"table\" || '.' || f.\"to\" || ' on delete ' || f.on_delete AS Value "
                + Tables.Replace(" WHERE", ", pragma_foreign_key_list(m.name) f WHERE", StringComparison.Ordinal),
            "SELECT m.tbl_name || ' ' || m.sql AS Value FROM sqlite_master m WHERE m.type IN ('index', 'trigger', 'view') AND m.sql IS NOT NULL "
                + "AND m.name NOT LIKE 'TR\\_Searchable%' ESCAPE '\\'",
        ];
        return [.. queries.SelectMany(query => db.Database.SqlQueryRaw<string>(query).AsEnumerable())
            .Select(part => Spaces().Replace(part.TrimEnd(), " "))];
    }

    // The same of PostgreSQL's catalogue. Quartz's tables stand in a schema of their own.
    private static readonly string[] PostgreSqlParts =
    [
        """
        SELECT table_name || '.' || column_name || ' ' || data_type || CASE is_nullable WHEN 'NO' THEN ' NOT NULL' ELSE '' END
          || coalesce(' COLLATE ' || collation_name, '') || CASE is_identity WHEN 'YES' THEN ' IDENTITY' ELSE '' END AS "Value"
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\_\_EF%'
        """,
        """
        SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) AS "Value"
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text NOT LIKE '%\_\_EF%'
        """,
        """SELECT indexdef AS "Value" FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'""",
        """SELECT event_object_table || ' ' || trigger_name AS "Value" FROM information_schema.triggers""",
    ];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
