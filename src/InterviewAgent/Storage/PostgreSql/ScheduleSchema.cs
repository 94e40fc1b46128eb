using Microsoft.Extensions.Configuration;
using Npgsql;

namespace InterviewAgent.Storage.PostgreSql;

/// <summary>Quartz's own tables in the product's database, in a schema beside the product's: all servers see one schedule.</summary>
internal static class ScheduleSchema
{
    /// <summary>Made by the first migration, filled by Quartz.</summary>
    public const string Name = "quartz";

    /// <summary>To nowhere, where there is none that can be read: then the start is refused, and in words.</summary>
    public static string ConnectionString(IConfiguration configuration) =>
        new NpgsqlConnectionStringBuilder(PostgreSqlConnection.Read(PostgreSqlConnection.Of(configuration))?.ToString())
        {
            SearchPath = Name, ApplicationName = "InterviewAgent schedule",
            // One row of Quartz's locks everybody: a server that is cut off while it holds it holds up the others no longer than this.
            Options = "-c idle_in_transaction_session_timeout=10000",
        }.ToString();
}
