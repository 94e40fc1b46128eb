using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>Staff have roles, and sessions that can be ended.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0013-staff")]
internal sealed class Staff : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0013-staff.sql"));
}
