using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.PostgreSql.Migrations;

/// <summary>What lists are put in order by stands where the store can see it.</summary>
[DbContext(typeof(PostgreSqlInterviewAgentDb))]
[Migration("0025-order")]
internal sealed class Order : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("postgresql/0025-order.sql"));
}
