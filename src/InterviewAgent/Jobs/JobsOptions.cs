using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.Jobs;

/// <summary>Section "Jobs": work in the background of the server.</summary>
public sealed class JobsOptions
{
    /// <summary>False: this server runs no background work; another one, or <c>interview-agent jobs drain</c>, does it.</summary>
    public bool Run { get; set; } = true;

    /// <summary>Longest wait of an ended interview for its analysis when nothing wakes the job.</summary>
    [Range(1, 3600)]
    public int SweepSeconds { get; set; } = 3;
}
