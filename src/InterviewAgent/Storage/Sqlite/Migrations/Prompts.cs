using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>Replies that are owed while a model words them.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0007-prompts")]
internal sealed class Prompts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0007-prompts.sql"));
}
