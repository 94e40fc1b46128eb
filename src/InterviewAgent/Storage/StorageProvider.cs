namespace InterviewAgent.Storage;

/// <summary>What holds the data.</summary>
public enum StorageProvider
{
    /// <summary>One file, one machine, nothing to install.</summary>
    Sqlite,

    /// <summary>One database for any number of servers.</summary>
    PostgreSql,
}
