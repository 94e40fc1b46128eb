using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.Web.Draining;

/// <summary>Section "Drain": how this server leaves when it is told to (SIGTERM).</summary>
internal sealed class DrainOptions
{
    /// <summary>So long it says that it is not ready and still serves, for whoever spreads the requests to see it. 0: nobody does.</summary>
    [Range(0, 600)]
    public int NoticeSeconds { get; set; }

    /// <summary>Work in hand has so long to finish after that; what is left is another server's by its lease.</summary>
    [Range(1, 600)]
    public int FinishSeconds { get; set; } = 25;
}
