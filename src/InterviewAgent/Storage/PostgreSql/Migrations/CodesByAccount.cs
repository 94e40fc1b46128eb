using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.PostgreSql.Migrations;

/// <summary>Findings of a code are found by account.</summary>
[DbContext(typeof(PostgreSqlInterviewAgentDb))]
[Migration("0022b-codes-by-account")]
internal sealed class CodesByAccount : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("postgresql/0022b-codes-by-account.sql"));
}
