using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Coding;

/// <summary>A pattern met in a sentence, with what colours it there.</summary>
internal readonly record struct PatternHit(PatternEntry Entry, int From, int To, Cue Cues)
{
    /// <summary>
    /// Whether the words speak of the speaker's own present: a former tool, another vendor, hearsay or a solved problem
    /// do not, whatever they say. A negation in front turns a friction into its absence.
    /// </summary>
    public bool OwnAndPresent => Entry.AsIs || (Cues & (Cue.FormerTool | Cue.OtherVendor | Cue.Hearsay)) == 0;
}
