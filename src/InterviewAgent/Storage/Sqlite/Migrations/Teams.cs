using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>Who somebody is in their directory, codes that connect a chat with a respondent, and answers that were edited.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0004-teams")]
internal sealed class Teams : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0004-teams.sql"));
}
