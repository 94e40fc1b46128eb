using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.Interviewing.Moves;

/// <summary>What an interview may cost a respondent (R16). Section "Interviewing:Budget" of the settings.</summary>
public sealed record Budget
{
    [Range(0, 100)]
    public int ProbesInTopic { get; set; } = 2;

    /// <summary>Never more than <see cref="MostProbes"/>, whatever is set.</summary>
    [Range(0, 100)]
    public int ProbesInAll { get; set; } = 4;

    /// <summary>Active minutes; idle time is not counted. After them only the last questions are asked.</summary>
    [Range(1, 240)]
    public int Minutes { get; set; } = 8;

    /// <summary>Typed words after which nothing is probed.</summary>
    [Range(0, 100_000)]
    public int Words { get; set; } = 200;

    /// <summary>Messages after which the interview is closed, whatever they were.</summary>
    [Range(10, 1000)]
    public int Messages { get; set; } = 40;

    /// <summary>Replies to one question that do not answer it, before the next is asked.</summary>
    [Range(0, 100)]
    public int Detours { get; set; } = 2;

    internal const int MostProbes = 8;
    internal int Probes => Math.Min(ProbesInAll, MostProbes);
}
