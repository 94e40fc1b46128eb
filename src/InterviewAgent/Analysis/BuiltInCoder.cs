using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Learning;
using InterviewAgent.Analysis.Readings;
using InterviewAgent.Analysis.Sentiment;

namespace InterviewAgent.Analysis;

/// <summary>
/// Codes an interview without a language model: sentences and clauses are read with their cues (negation, tense, source,
/// attribution), scored for each code in the context of the question, the role and the checkpoint, and every finding
/// rests on quotes cut from the transcript. Pure and safe on any thread.
/// </summary>
public sealed class BuiltInCoder
{
    private readonly ReadAnswers answers;
    private readonly ReadSentence signs;
    private readonly ScoreCodes scores;
    private readonly ChooseFindings findings;
    private readonly FeelTurns feelings;
    private readonly TakeReadings readings;

    private BuiltInCoder(Codebook codebook, CodingLexicon lexicon, SentimentLexicon sentiment, ReadingLexicon reading, ReadingsOfCodes ofCodes, CoderModel model, WordVectors vectors)
    {
        answers = new ReadAnswers(lexicon.Cues);
        signs = new ReadSentence(lexicon);
        scores = new ScoreCodes(model, vectors);
        findings = new ChooseFindings(codebook);
        feelings = new FeelTurns(new HearOpinions(sentiment), model.Feelings);
        readings = new TakeReadings(reading, ofCodes);
    }

    /// <param name="promptsFolder">The folder with codebook.yaml and lexicons/.</param>
    /// <exception cref="InvalidDataException">A lexicon is not readable; names file and mend.</exception>
    public static BuiltInCoder Load(string promptsFolder)
    {
        ArgumentNullException.ThrowIfNull(promptsFolder);
        var models = Path.Combine(promptsFolder, "models", "coder");
        return Load(promptsFolder, Path.Combine(models, "model.tsv.gz"), Path.Combine(models, "vectors.bin"));
    }

    /// <summary>With another model than the one that ships: for training and for comparing.</summary>
    internal static BuiltInCoder Load(string promptsFolder, string model, string vectors) =>
        With(promptsFolder, SaveModel.From(model), WordVectors.Load(vectors));

    internal static BuiltInCoder With(string promptsFolder, CoderModel model, WordVectors vectors)
    {
        var lexicon = CodingLexicon.Load(promptsFolder);
        return new BuiltInCoder(
            Codebook.Load(promptsFolder), lexicon, SentimentLexicon.Load(promptsFolder), ReadingLexicon.Load(promptsFolder, lexicon.Lists), ReadingsOfCodes.Load(promptsFolder), model, vectors);
    }

    /// <summary>Never throws on what was said: an empty interview has no findings and sentiment 0.</summary>
    public CodedInterview Code(Transcript transcript)
    {
        ArgumentNullException.ThrowIfNull(transcript);
        var said = answers.Of(transcript);
        var read = signs.All(said).ToList();
        var scored = scores.Of(read, transcript);
        var found = findings.From(scored, transcript);
        var felt = feelings.Of(said, scored, transcript);
        return new CodedInterview(found, felt.Turns, felt.Overall, readings.From(read, found, felt));
    }
}
