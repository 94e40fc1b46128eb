using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>Voices kept to totals are counted in atoms.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0015-totals")]
internal sealed class Totals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0015-totals.sql"));
}
