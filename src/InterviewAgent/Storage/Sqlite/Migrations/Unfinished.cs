using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>Interviews that were left unfinished, and what was erased of a person, are found without reading all that is stored.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0028-unfinished")]
internal sealed class Unfinished : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0028-unfinished.sql"));
}
