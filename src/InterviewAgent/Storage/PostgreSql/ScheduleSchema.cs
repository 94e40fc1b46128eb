using Microsoft.Extensions.Configuration;

namespace InterviewAgent.Storage.PostgreSql;

/// <summary>Quartz's own tables in the product's database, in a schema beside the product's: all servers see one schedule.</summary>
internal static class ScheduleSchema
{
    /// <summary>Made by the first migration, filled by Quartz.</summary>
    public const string Name = "quartz";

    /// <summary>Empty where there is none that can be read: then the start is refused, and in words.</summary>
    public static string ConnectionString(IConfiguration configuration)
    {
        if (PostgreSqlConnection.Read(PostgreSqlConnection.Of(configuration)) is not { } connection)
        {
            return "";
        }
        (connection.SearchPath, connection.ApplicationName) = (Name, "InterviewAgent schedule");
        return connection.ToString();
    }
}
