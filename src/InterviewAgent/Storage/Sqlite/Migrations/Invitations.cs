using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0005-invitations")]
internal sealed class Invitations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0005-invitations.sql"));
}
