using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>Conversations of called channels, and what is to be sent to them.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0002-outbox")]
internal sealed class Outbox : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0002-outbox.sql"));
}
