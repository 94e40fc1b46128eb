using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>The audit of model calls.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0006-models")]
internal sealed class Models : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0006-models.sql"));
}
