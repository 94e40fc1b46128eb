using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace InterviewAgent.Analysis.Learning;

/// <summary>
/// The model as text, one feature a line with its weight per code, so that anybody can read why a word counts; compressed.
/// Weights that hardly count are left out.
/// </summary>
internal static class SaveModel
{
    private const float Least = 0.02f;

    /// <summary>The same for the words of codes, of which there are many: two decimals and nothing below one tenth change no finding in a thousand.</summary>
    private const float LeastOfWords = 0.1f;
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static void To(string path, CoderModel model)
    {
        using var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.SmallestSize), new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (var code in model.Codes)
            writer.WriteLine(string.Create(Plain, $"code\t{code.Code}\t{code.Bias:R}\t{code.ContextBias:R}\t{code.TurnBias:R}\t{code.Enough:R}"));
        for (var c = 0; c < model.Companions.Weights.Length; c++)
            writer.WriteLine($"company\t{model.Companions.Biases[c].ToString("R", Plain)}\t{model.Companions.Centres[c].ToString("R", Plain)}\t{Join(model.Companions.Weights[c].Select(weight => (double)weight))}");
        var feelings = model.Feelings;
        writer.WriteLine(string.Create(Plain, $"feelings\t{feelings.WordBias:R}\t{feelings.PlaceBias:R}\t{Join(feelings.Cuts)}\t{Join(feelings.OverallCuts)}"));
        Features(writer, "word", model.Words, [.. model.Codes.Select(code => code.Words)], LeastOfWords, "0.##");
        Features(writer, "context", model.Context, [.. model.Codes.Select(code => code.Context)]);
        Features(writer, "turn", model.Turns, [.. model.Codes.Select(code => code.Turn)], LeastOfWords, "0.##");
        Features(writer, "feeling", feelings.Words, [feelings.WordWeights]);
        Features(writer, "felt", feelings.Place, [feelings.PlaceWeights]);
        writer.WriteLine($"texts\t{model.Texts.Bias.ToString("R", Plain)}");
        Features(writer, "text", model.Texts.Space, [model.Texts.Weights]);
        writer.WriteLine($"judgements\t{Join(model.Judgements.Biases)}\t{Join(model.Judgements.SeverityCuts)}");
        Features(writer, "judged", model.Judgements.Space, model.Judgements.Weights);
    }

    private static void Features(StreamWriter writer, string kind, FeatureSpace space, float[][] weights, float least = Least, string format = "0.###")
    {
        var names = space.Numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)
            .Concat(Enumerable.Range(0, WordVectors.Dimensions).Select(d => $"vector {d}")).ToList();
        for (var f = 0; f < names.Count; f++)
        {
            var line = new StringBuilder();
            var always = names[f].StartsWith("p:", StringComparison.Ordinal);
            var isVector = f >= space.Numbers.Count;
            for (var c = 0; c < weights.Length; c++)
                if (f < weights[c].Length && (always || MathF.Abs(weights[c][f]) >= (isVector ? Least : least)))
                    line.Append(Plain, $"\t{c}=").Append(weights[c][f].ToString(always || isVector ? "0.###" : format, Plain));
            if (line.Length > 0) writer.WriteLine($"{kind}\t{names[f]}{line}");
        }
    }

    public static CoderModel From(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        var codes = new List<string[]>();
        var company = new List<string[]>();
        var tables = new Dictionary<string, Table>(StringComparer.Ordinal);
        string[] feelings = [], judgements = [], texts = [];
        // What a row is made of stands before it: the codes before their words, the judgements before what they are judged by.
        int Width(string kind) => kind switch { "word" or "context" or "turn" => codes.Count, "judged" => Split(judgements[1]).Length, _ => 1 };
        Table Of(string kind) => tables.TryGetValue(kind, out var table) ? table : tables[kind] = new Table(Width(kind));
        while (reader.ReadLine() is { } line)
        {
            var kind = line[..line.IndexOf('\t', StringComparison.Ordinal)];
            if (IsTable(kind))
            {
                Of(kind).Add(line, kind.Length + 1);
                continue;
            }
            var parts = line.Split('\t');
            if (kind == "code") codes.Add(parts);
            else if (kind == "company") company.Add(parts);
            else if (kind == "feelings") feelings = parts;
            else if (kind == "judgements") judgements = parts;
            else if (kind == "texts") texts = parts;
        }
        var (words, wordWeights) = Of("word").Filled();
        var (context, contextWeights) = Of("context").Filled();
        var (turns, turnWeights) = Of("turn").Filled(TurnFeatures.WordsLength);
        var (space, felt) = Of("feeling").Filled(FeelingModel.WordsLength, FeelingModel.VectorLength);
        var (alone, ofAlone) = Of("text").Filled();
        var (judging, judged) = Of("judged").Filled(JudgementModel.WordsLength, JudgementModel.VectorLength);
        var (place, placed) = Of("felt").Filled(FeelingModel.PlaceLength);
        return new CoderModel(words, context, turns, [.. codes.Select((code, c) =>
            new CodeModel(code[1], wordWeights[c], Number(code[2]), contextWeights[c], Number(code[3]), turnWeights[c], Number(code[4]), Number(code[5])))],
            new Companions([.. company.Select(row => Split(row[3]).Select(weight => (float)weight).ToArray())], [.. company.Select(row => Number(row[1]))], [.. company.Select(row => Number(row[2]))]),
            new FeelingModel(space, felt[0], Number(feelings[1]), place, placed[0], Number(feelings[2]), Split(feelings[3]), Split(feelings[4])),
            new JudgementModel(judging, judged, Split(judgements[1]), Split(judgements[2])),
            new TextModel(alone, ofAlone[0], Number(texts[1])));
    }

    private static bool IsTable(string kind) => kind is "word" or "context" or "turn" or "feeling" or "felt" or "text" or "judged";

    /// <summary>Features as they are read, a row each: fifteen million characters are never held at once.</summary>
    private sealed class Table(int width)
    {
        private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        private readonly List<float[]> named = [];
        private readonly float[]?[] vectors = new float[]?[WordVectors.Dimensions];

        public void Add(string line, int from)
        {
            var end = End(line, from);
            var name = line[from..end];
            var row = new float[width];
            // Two million weights: read in place, since a string for each would cost more than the rest of a start.
            for (from = end + 1; from < line.Length; from = end + 1)
            {
                end = End(line, from);
                var weight = line.AsSpan(from, end - from);
                var equals = weight.IndexOf('=');
                row[int.Parse(weight[..equals], NumberStyles.None, Plain)] = float.Parse(weight[(equals + 1)..], NumberStyles.Float, Plain);
            }
            if (name.StartsWith("vector ", StringComparison.Ordinal))
            {
                vectors[int.Parse(name.AsSpan(7), Plain)] = row;
                return;
            }
            numbers.Add(name, named.Count);
            named.Add(row);
        }

        /// <returns>The space, and the weights of each of the <c>width</c> in its order.</returns>
        public (FeatureSpace, float[][]) Filled(float wordsLength = FeatureSpace.WordsLength, float vectorLength = FeatureSpace.VectorLength) => (
            new FeatureSpace(numbers, wordsLength, vectorLength),
            [.. Enumerable.Range(0, width).Select(of => (float[])[.. named.Select(row => row[of]), .. vectors.Select(row => row?[of] ?? 0)])]);
    }

    private static int End(string line, int from) => line.IndexOf('\t', from) is >= 0 and var tab ? tab : line.Length;

    private static string Join(IEnumerable<double> numbers) => string.Join(' ', numbers.Select(number => number.ToString("R", Plain)));

    private static double[] Split(string numbers) => [.. numbers.Split(' ').Select(Number)];

    private static double Number(string text) => double.Parse(text, Plain);
}
