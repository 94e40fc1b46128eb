using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Learning;
using InterviewAgent.Analysis.Sentiment;

namespace InterviewAgent.Analysis;

/// <summary>The coder's ear for opinions on a text that stands alone, with no question and no interview around it. Pure and safe on any thread.</summary>
public sealed class HearText
{
    private readonly ReadAnswers answers;
    private readonly HearOpinions opinions;
    private readonly TextModel model;

    private HearText(CodingLexicon lexicon, HearOpinions opinions, TextModel model)
    {
        answers = new ReadAnswers(lexicon.Cues);
        this.opinions = opinions;
        this.model = model;
    }

    /// <param name="promptsFolder">The folder with lexicons/ and models/coder/.</param>
    public static HearText Load(string promptsFolder)
    {
        ArgumentNullException.ThrowIfNull(promptsFolder);
        var models = Path.Combine(promptsFolder, "models", "coder");
        return new HearText(CodingLexicon.Load(promptsFolder), new HearOpinions(SentimentLexicon.Load(promptsFolder)),
            SaveModel.From(Path.Combine(models, "model.tsv.gz")).Texts.With(WordVectors.Load(Path.Combine(models, "vectors.bin"))));
    }

    /// <summary>Opinions by rule (polarity, mixed), and a score of about -2 to 2 fitted on rated texts.</summary>
    public HeardText Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var said = answers.Sentences(text, 0, 1);
        var heard = opinions.Of(said);
        return new HeardText(heard.Polarity, heard.IsMixed, model.Score(said, heard));
    }
}

/// <param name="Polarity">1, 0 or -1: what the speaker says on the whole.</param>
/// <param name="IsMixed">Two opposite opinions stand in it.</param>
/// <param name="Score">How it feels, about -2 to 2.</param>
public readonly record struct HeardText(int Polarity, bool IsMixed, double Score);
