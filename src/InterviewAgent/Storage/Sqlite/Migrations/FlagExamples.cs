using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>What leaders said should have been flagged, and what should not.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0009-flag-examples")]
internal sealed class FlagExamples : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0009-flag-examples.sql"));
}
