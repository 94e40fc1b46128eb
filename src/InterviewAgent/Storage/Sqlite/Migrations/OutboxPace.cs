using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>Messages that answer nobody are paced apart.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0002b-outbox-pace")]
internal sealed class OutboxPace : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0002b-outbox-pace.sql"));
}
