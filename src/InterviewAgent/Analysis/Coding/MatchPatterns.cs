using InterviewAgent.Analysis.Language;

namespace InterviewAgent.Analysis.Coding;

/// <summary>
/// The patterns of the codebook without the learned model: what the word lists alone say of an answer. The coder weighs them together with all
/// other words; this shows what a change of one pattern does before the model hides it.
/// </summary>
public sealed class MatchPatterns
{
    private readonly ReadAnswers answers;
    private readonly ReadSentence signs;

    private MatchPatterns(CodingLexicon lexicon) => (answers, signs) = (new ReadAnswers(lexicon.Cues), new ReadSentence(lexicon));

    /// <exception cref="InvalidDataException">A lexicon is not readable; names file and mend.</exception>
    public static MatchPatterns Load(string promptsFolder) => new(CodingLexicon.Load(promptsFolder));

    /// <summary>The codes of which a pattern fits a sentence that speaks of the speaker's own present.</summary>
    public IReadOnlyList<string> Codes(Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        return [.. signs.All(answers.Of(transcript)).SelectMany(sentence => sentence.Hits).Where(hit => hit.OwnAndPresent).Select(hit => hit.Entry.Code)
            .Distinct(StringComparer.Ordinal)];
    }
}
