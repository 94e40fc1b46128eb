using System.Text.RegularExpressions;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Storage;

public sealed partial class SchemaTests
{
    [Fact]
    public async Task The_migrated_schema_equals_the_model()
    {
        using var migrated = new TestDatabase(empty: true);
        using var modelled = new TestDatabase(empty: true);
        await new MigrateDatabase(migrated, migrated.File).Run();
        await using (var db = modelled.Open())
        {
            await db.Database.EnsureCreatedAsync();
        }

        var (actual, expected) = (Parts(migrated), Parts(modelled));
        Assert.Contains("Turns.Text TEXT NOT NULL", expected);
        Assert.Contains(expected, part => part.StartsWith("Turns.InterviewId -> Interviews.Id", StringComparison.Ordinal));
        var difference = expected.Except(actual).Select(part => $"+ the model has   {part}")
            .Concat(actual.Except(expected).Select(part => $"- migrated has   {part}"));
        Assert.True(actual.SetEquals(expected),
            "The migrations and the model differ: write a migration (Storage/Sqlite/Migrations).\n" + string.Join('\n', difference.Order()));
    }

    [Fact]
    public async Task Migrating_twice_changes_nothing()
    {
        using var database = new TestDatabase(empty: true);
        MigrateDatabase migrate = new(database, database.File);
        Assert.NotEmpty(await migrate.Run());
        Assert.Empty(await migrate.Run());
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_migration_does_not_stop_the_next()
    {
        using var database = new TestDatabase(empty: true);
        await using (var db = database.Open())
        {
            await db.Database.ExecuteSqlRawAsync(
                "CREATE TABLE __EFMigrationsLock (Id INTEGER PRIMARY KEY, Timestamp TEXT NOT NULL); "
                + "INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01');");
        }

        var applied = await new MigrateDatabase(database, database.File).Run().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.NotEmpty(applied);
    }

    // What SQLite knows of each table, and not how it was written: a column that was added later reads like one of the first day.
    // The full-text index and its triggers are SQLite's own and no part of the model; SearchQuotesTests hold them.
    // Defaults are left out: a column added to rows that exist needs one, the model does not.
    private static HashSet<string> Parts(TestDatabase database)
    {
        using var db = database.Open();
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

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
