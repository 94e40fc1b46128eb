using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.Storage;

/// <summary>Section "Storage": where the data is kept.</summary>
public sealed class StorageOptions
{
    /// <summary>The SQLite file; a relative path counts from the folder of appsettings.json.</summary>
    [Required]
    public string Path { get; set; } = "data/interview-agent.db";

    /// <summary>How long a writer waits for another one before it gives up.</summary>
    [Range(1, 600)]
    public int BusySeconds { get; set; } = 30;
}
