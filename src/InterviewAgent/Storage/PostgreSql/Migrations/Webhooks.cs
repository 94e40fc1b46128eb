using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.PostgreSql.Migrations;

/// <summary>Addresses are told of events.</summary>
[DbContext(typeof(PostgreSqlInterviewAgentDb))]
[Migration("0019-webhooks")]
internal sealed class Webhooks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("postgresql/0019-webhooks.sql"));
}
