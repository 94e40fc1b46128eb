using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using InterviewAgent.Storage;
using Microsoft.EntityFrameworkCore;

namespace InterviewAgent.Tests.Storage;

public sealed partial class SchemaTests
{
    [Fact]
    public async Task The_migrated_schema_equals_the_model()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") is { Length: > 0 })
        {
            WriteFirstMigration();
            return;
        }

        using var migrated = new TestDatabase(empty: true);
        using var modelled = new TestDatabase(empty: true);
        await new MigrateDatabase(migrated, migrated.File).Run();
        await using (var db = modelled.Open())
        {
            await db.Database.EnsureCreatedAsync();
        }

        var (actual, expected) = (Objects(migrated), Objects(modelled));
        var difference = expected.Except(actual).Select(line => $"+ the model has   {line}")
            .Concat(actual.Except(expected).Select(line => $"- migrated has   {line}"));
        Assert.True(actual.SetEquals(expected), "The migrations and the model differ. While the first schema may still change, run "
            + "UPDATE_SCHEMA=1 dotnet test tests/InterviewAgent.Tests --filter Schema\n" + string.Join('\n', difference));
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

    private static HashSet<string> Objects(TestDatabase database)
    {
        using var db = database.Open();
        return [.. db.Database.SqlQueryRaw<string>(
                "SELECT sql AS Value FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name NOT LIKE '\\_\\_EF%' ESCAPE '\\'")
            .AsEnumerable().SelectMany(Lines)];
    }

    // One line for each column or constraint of a table, so that a difference is short to read.
    private static IEnumerable<string> Lines(string sql)
    {
        var lines = sql.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Skip(1).Select(line => $"{lines[0]} {Spaces().Replace(line.TrimEnd(','), " ")}").Append(lines[0]);
    }

    private static void WriteFirstMigration([CallerFilePath] string here = "")
    {
        using var database = new TestDatabase(empty: true);
        using var db = database.Open();
        var script = System.IO.Path.GetFullPath(
            "../../../src/InterviewAgent/Storage/Sqlite/Migrations/0001-initial.sql", System.IO.Path.GetDirectoryName(here)!);
        System.IO.File.WriteAllText(script, db.Database.GenerateCreateScript().ReplaceLineEndings("\n").TrimEnd() + "\n");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
