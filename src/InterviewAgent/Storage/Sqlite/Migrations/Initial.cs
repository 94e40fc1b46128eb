using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>
/// The first schema. It is never touched again: a change of the model is a new migration beside it, numbered onwards, that keeps
/// what is stored. A test compares what all of them make with the model.
/// </summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0001-initial")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0001-initial.sql"));
}
