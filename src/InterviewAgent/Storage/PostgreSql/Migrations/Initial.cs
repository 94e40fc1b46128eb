using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.PostgreSql.Migrations;

/// <summary>
/// The schema that SQLite has come to by 0017, at once. It is never touched again; from 0018 on each change has its migration on both, under the same name.
/// </summary>
[DbContext(typeof(PostgreSqlInterviewAgentDb))]
[Migration("0017-first")]
internal sealed class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("postgresql/0017-first.sql"));
}
