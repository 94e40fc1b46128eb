using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.Privacy;

/// <summary>Section "Privacy": how long what people said is kept, and where it is noted what must not come back.</summary>
public sealed class PrivacyOptions
{
    /// <summary>Check-ins that were due longer ago are removed with all that was said in them; 0 keeps them.</summary>
    [Range(0, 36500)]
    public int RetentionDays { get; set; } = 730;

    /// <summary>
    /// The list of what was erased (ids and positions, no words), kept outside of the database so that a restored backup cannot bring it
    /// back. Empty: beside the SQLite file, or with PostgreSQL in data/. Of several servers each keeps one and completes it when it starts; name
    /// one file that all of them reach, away from the database's machine and its backups, and none is ever behind.
    /// </summary>
    public string ErasedFile { get; set; } = "";
}
