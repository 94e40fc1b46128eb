using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>What called channels brought: to know a copy, and to handle what a crash interrupted.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0003-arrivals")]
internal sealed class Arrivals : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0003-arrivals.sql"));
}
