using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.PostgreSql.Migrations;

/// <summary>Kept rows for lists and sums over accounts.</summary>
[DbContext(typeof(PostgreSqlInterviewAgentDb))]
[Migration("0022-summaries")]
internal sealed class Summaries : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("postgresql/0022-summaries.sql"));
}
