using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>Deleted sentences are remembered by their place, so that a restored backup does not bring them back.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0012-erasures")]
internal sealed class Erasures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0012-erasures.sql"));
}
