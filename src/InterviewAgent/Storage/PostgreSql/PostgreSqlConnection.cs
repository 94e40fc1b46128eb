using InterviewAgent.Settings;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace InterviewAgent.Storage.PostgreSql;

/// <summary>Where the connection string comes from, and what is wrong with it.</summary>
internal static class PostgreSqlConnection
{
    public const string Variable = "INTERVIEW_AGENT_POSTGRES";
    private const string Key = "Storage:Connection";

    /// <summary>True: the settings name PostgreSQL.</summary>
    public static bool IsWanted(IConfiguration configuration) => configuration.GetValue("Storage:Provider", StorageProvider.Sqlite) == StorageProvider.PostgreSql;

    /// <summary>The setting where it is given outside of files, else the environment's variable, else the file's.</summary>
    public static string Of(IConfiguration configuration) =>
        configuration[Key] is { Length: > 0 } set && !FileSettings.Of(configuration, Key).Contains(set) ? set
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? variable
        : configuration[Key] ?? "";

    /// <summary>A sentence for whoever can mend it, without a letter of the string; null: usable, or not needed.</summary>
    public static string? Fault(IConfiguration configuration, StorageOptions options)
    {
        if (FileSettings.Of(configuration, Key).Select(Read).Any(parts => parts is null or { Password.Length: > 0 } or { SslPassword.Length: > 0 }))
        {
            return $"Setting {Key}: a password does not belong in a file. Take it out, treat it as known to others, and set the whole in {Variable}.";
        }
        if (options.Provider != StorageProvider.PostgreSql)
        {
            return null;
        }
        return Of(configuration) is not { Length: > 0 } connection ? $"Setting Storage:Provider: PostgreSQL needs to be told where it is. Set {Variable} (Host=...;Database=...;Username=...;Password=...)."
            : Read(connection) is not { Host.Length: > 0, Database.Length: > 0 } ? $"{Variable} (or {Key}): Host and Database must be in it, as Npgsql writes them (Host=...;Database=...;Username=...;Password=...)."
            : null;
    }

    /// <summary>Null: it cannot be read.</summary>
    public static NpgsqlConnectionStringBuilder? Read(string connection)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
