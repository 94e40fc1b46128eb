using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>The texts that people agreed to, and an order for the audit.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0021-consents")]
internal sealed class Consents : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0021-consents.sql"));
}
