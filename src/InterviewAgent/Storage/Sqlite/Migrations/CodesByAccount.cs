using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>Findings of a code are found by account.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0022b-codes-by-account")]
internal sealed class CodesByAccount : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0022b-codes-by-account.sql"));
}
