using Microsoft.Extensions.Configuration;
using Npgsql;

namespace InterviewAgent.Storage.PostgreSql;

/// <summary>Quartz's own tables in the product's database, in a schema beside the product's: all servers see one schedule.</summary>
internal static class ScheduleSchema
{
    /// <summary>Made by the first migration, filled by Quartz.</summary>
    public const string Name = "quartz";

    public static string ConnectionString(IConfiguration configuration) =>
        new NpgsqlConnectionStringBuilder(PostgreSqlConnection.Of(configuration)) { SearchPath = Name, ApplicationName = "InterviewAgent schedule" }.ToString();
}
