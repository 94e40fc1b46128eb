using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.Storage;

/// <summary>Section "Storage": where the data is kept.</summary>
public sealed class StorageOptions
{
    /// <summary>Sqlite or PostgreSQL.</summary>
    [EnumDataType(typeof(StorageProvider))]
    public StorageProvider Provider { get; set; } = StorageProvider.Sqlite;

    /// <summary>The SQLite file; a relative path counts from the folder of appsettings.json.</summary>
    [Required]
    public string Path { get; set; } = "data/interview-agent.db";

    /// <summary>
    /// Where PostgreSQL is found, as Npgsql writes it ("Host=db;Database=interviews;Username=agent"). The environment variable
    /// INTERVIEW_AGENT_POSTGRES stands in its place; a password is taken from the environment only.
    /// </summary>
    public string Connection { get; set; } = "";

    /// <summary>How long a writer waits for another one before it gives up.</summary>
    [Range(1, 600)]
    public int BusySeconds { get; set; } = 30;
}
