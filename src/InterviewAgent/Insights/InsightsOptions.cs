using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.Insights;

/// <summary>Section "Insights": what a leader decides about flags.</summary>
public sealed class InsightsOptions
{
    /// <summary>Flags that one CS manager can take in a week; of more, the first in order are shown and the others wait.</summary>
    [Range(1, 500)]
    public int FlagsPerManagerPerWeek { get; set; } = 5;
}
