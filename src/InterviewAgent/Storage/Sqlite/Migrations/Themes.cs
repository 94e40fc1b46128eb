using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>Groups of quotes across accounts.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0010b-themes")]
internal sealed class Themes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0010b-themes.sql"));
}
