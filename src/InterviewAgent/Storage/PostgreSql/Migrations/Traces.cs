using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.PostgreSql.Migrations;

/// <summary>Work that rows carry over time goes on in the trace of the answer that caused it.</summary>
[DbContext(typeof(PostgreSqlInterviewAgentDb))]
[Migration("0024-traces")]
internal sealed class Traces : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("postgresql/0024-traces.sql"));
}
