using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.Interviewing.Links;

/// <summary>Section "Links": how personal links are signed, how long they live and where they lead.</summary>
public sealed class LinkOptions
{
    /// <summary>Signing keys by key id, base64 of at least 32 bytes. From the environment: <c>Links__Keys__2026a=…</c>.</summary>
    public Dictionary<string, string> Keys { get; set; } = [];

    /// <summary>Key id that signs new links; the others still open old ones. Empty: the last id in ordinal order.</summary>
    public string SigningKey { get; set; } = "";

    /// <summary>Where a key is made and kept, readable by its owner only, when none is set.</summary>
    [Required]
    public string KeyFile { get; set; } = "data/link-keys.json";

    [Range(1, 365)]
    public int LifeDays { get; set; } = 45;

    /// <summary>Address of the server as respondents reach it, without the last slash.</summary>
    [Required]
    public string PublicAddress { get; set; } = "http://localhost:5080";
}
