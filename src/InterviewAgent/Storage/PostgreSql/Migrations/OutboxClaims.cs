using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.PostgreSql.Migrations;

/// <summary>Whose sending a message is, so that nobody else notes what became of it.</summary>
[DbContext(typeof(PostgreSqlInterviewAgentDb))]
[Migration("0026-outbox-claims")]
internal sealed class OutboxClaims : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("postgresql/0026-outbox-claims.sql"));
}
