using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.PostgreSql.Migrations;

/// <summary>Each consent text is kept as it was shown.</summary>
[DbContext(typeof(PostgreSqlInterviewAgentDb))]
[Migration("0021-consents")]
internal sealed class Consents : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("postgresql/0021-consents.sql"));
}
