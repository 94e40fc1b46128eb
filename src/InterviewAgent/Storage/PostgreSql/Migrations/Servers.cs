using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.PostgreSql.Migrations;

/// <summary>Several servers may work on one store.</summary>
[DbContext(typeof(PostgreSqlInterviewAgentDb))]
[Migration("0018-servers")]
internal sealed class Servers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("postgresql/0018-servers.sql"));
}
