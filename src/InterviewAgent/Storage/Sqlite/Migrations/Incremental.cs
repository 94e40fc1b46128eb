using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>Marks instead of a comparison of everything that is stored.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0010-incremental")]
internal sealed class Incremental : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0010-incremental.sql"));
}
