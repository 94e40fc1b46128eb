using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>The weekly digests, what they rest on, and to whom they went.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0016-digests")]
internal sealed class Digests : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0016-digests.sql"));
}
