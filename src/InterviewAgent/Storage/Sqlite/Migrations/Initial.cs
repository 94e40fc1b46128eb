using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>
/// The first schema. Until the first release it may still be edited: change the model, then write the script anew with
/// <c>UPDATE_SCHEMA=1 dotnet test tests/InterviewAgent.Tests --filter Schema</c> and commit 0001-initial.sql with the model
/// (after a merge conflict in it: take either side and write it anew). After the release a change is a new migration
/// beside this one, and this one is never touched again.
/// </summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0001-initial")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0001-initial.sql"));
}
