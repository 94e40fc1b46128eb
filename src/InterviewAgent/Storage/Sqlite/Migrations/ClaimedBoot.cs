using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0005b-claimed-boot")]
internal sealed class ClaimedBoot : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0005b-claimed-boot.sql"));
}
