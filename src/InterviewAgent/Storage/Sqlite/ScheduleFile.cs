using InterviewAgent.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace InterviewAgent.Storage.Sqlite;

/// <summary>Quartz's own file beside the product's: on SQLite it serialises every operation, which no answer should wait for.</summary>
internal static class ScheduleFile
{
    public static string ConnectionString(IConfiguration configuration)
    {
        var product = SettingsSection.Rooted(configuration, configuration["Storage:Path"] ?? new StorageOptions().Path);
        Directory.CreateDirectory(Path.GetDirectoryName(product)!);
        return new SqliteConnectionStringBuilder { DataSource = Path.ChangeExtension(product, ".schedule.db") }.ToString();
    }
}
