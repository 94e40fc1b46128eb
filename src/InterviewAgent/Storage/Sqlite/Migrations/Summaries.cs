using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>Kept rows for lists and sums over accounts.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0022-summaries")]
internal sealed class Summaries : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0022-summaries.sql"));
}
