namespace InterviewAgent.Cli;

/// <summary>What the exit code of every command says.</summary>
internal static class Exit
{
    public const int Ok = 0;

    /// <summary>The command did its work, and what it checked did not pass.</summary>
    public const int ChecksFailed = 1;

    /// <summary>The input cannot be used; STDERR names the place and the mend. Nothing was changed.</summary>
    public const int BadInput = 2;

    /// <summary>A replay of recordings was asked what was never recorded.</summary>
    public const int RecordingMiss = 3;

    /// <summary>A judge would have to decide and is not calibrated for this rubric, prompt and model.</summary>
    public const int UncalibratedJudge = 4;

    /// <summary>A fault of ours (EX_SOFTWARE of sysexits.h).</summary>
    public const int Unexpected = 70;

    /// <summary>Ctrl-C, as shells report it.</summary>
    public const int Cancelled = 130;
}
