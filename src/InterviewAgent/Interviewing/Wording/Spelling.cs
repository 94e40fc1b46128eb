namespace InterviewAgent.Interviewing.Wording;

/// <summary>What is spelt differently and read alike: short forms ("don't") and letters of other scripts.</summary>
/// <param name="ShortForms">"don't" to "do", "not"; keys in lower case with a straight apostrophe.</param>
/// <param name="LookAlikes">A character to the plain one it passes for.</param>
/// <param name="Abbreviations">Words whose full stop ends no sentence.</param>
internal sealed record Spelling(
    IReadOnlyDictionary<string, string[]> ShortForms, IReadOnlyDictionary<char, string> LookAlikes, IReadOnlySet<string> Abbreviations);
