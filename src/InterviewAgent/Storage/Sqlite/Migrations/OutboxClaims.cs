using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>Whose sending a message is, so that nobody else notes what became of it.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0026-outbox-claims")]
internal sealed class OutboxClaims : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0026-outbox-claims.sql"));
}
