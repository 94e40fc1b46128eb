using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>Several servers may work on one store.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0018-servers")]
internal sealed class Servers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0018-servers.sql"));
}
