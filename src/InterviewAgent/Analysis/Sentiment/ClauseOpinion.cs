using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Sentiment;

/// <summary>One clause: the sum of its word values after negation, the cues that begin in it, and whether it only takes back what was said ("but it wasn't").</summary>
internal readonly record struct ClauseOpinion(double Value, double Positive, double Negative, Cue Cues, bool TakesBack, bool AfterBut)
{
    private const Cue NotOwn = Cue.Others | Cue.Hearsay;

    public bool IsOthers => (Cues & NotOwn) != 0;
    public bool IsFormer => (Cues & (Cue.Former | Cue.Expected)) != 0;

    /// <summary>Of another product: neither praise nor blame of this one.</summary>
    public bool IsElsewhere => (Cues & (Cue.FormerTool | Cue.OtherVendor)) != 0;

    /// <summary>The speaker's own, of now, of this.</summary>
    public bool IsOwn => !IsOthers && !IsFormer && !IsElsewhere;
}
