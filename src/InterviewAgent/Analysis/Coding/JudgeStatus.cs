using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Coding;

/// <summary>Done, made (who or when is said), vague (neither), or broken.</summary>
internal static class JudgeStatus
{
    public static CommitmentStatus Of(Learning.Unit unit)
    {
        var cues = unit.First.Sentence.AllCues | unit.Last.Sentence.AllCues;
        if ((cues & Cue.Vague) != 0) return CommitmentStatus.Vague;
        if ((cues & Cue.Past) != 0 && (cues & Cue.Future) == 0) return CommitmentStatus.Done;
        return (cues & Cue.Date) != 0 ? CommitmentStatus.Made : CommitmentStatus.Vague;
    }
}
