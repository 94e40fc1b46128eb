using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace InterviewAgent.Storage.Sqlite.Migrations;

/// <summary>Interviews that a model is to code too, and whose findings count.</summary>
[DbContext(typeof(SqliteInterviewAgentDb))]
[Migration("0007b-model-coding")]
internal sealed class ModelCoding : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(Script.Read("0007b-model-coding.sql"));
}
