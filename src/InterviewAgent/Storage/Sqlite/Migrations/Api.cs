using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>Programs come in with keys.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0017-api")]
internal sealed class Api : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0017-api.sql"));
}
