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
        var rows = new Dictionary<string, List<(string Name, string Line)>>(StringComparer.Ordinal) { ["word"] = [], ["context"] = [], ["turn"] = [], ["feeling"] = [], ["felt"] = [], ["judged"] = [], ["text"] = [] };
        string[] feelings = [], judgements = [], texts = [];
        while (reader.ReadLine() is { } line)
        {
            var kind = line[..line.IndexOf('\t', StringComparison.Ordinal)];
            if (rows.TryGetValue(kind, out var of))
            {
                of.Add((line[(kind.Length + 1)..End(line, kind.Length + 1)], line));
                continue;
            }
            var parts = line.Split('\t');
            if (parts[0] == "code") codes.Add(parts);
            else if (parts[0] == "company") company.Add(parts);
            else if (parts[0] == "feelings") feelings = parts;
            else if (parts[0] == "judgements") judgements = parts;
            else if (parts[0] == "texts") texts = parts;
        }
        var (words, wordWeights) = Read(rows["word"], codes.Count);
        var (context, contextWeights) = Read(rows["context"], codes.Count);
        var (turns, turnWeights) = Read(rows["turn"], codes.Count, TurnFeatures.WordsLength);
        var (space, felt) = Read(rows["feeling"], 1, FeelingModel.WordsLength, FeelingModel.VectorLength);
        var (alone, ofAlone) = Read(rows["text"], 1);
        var (judging, judged) = Read(rows["judged"], Split(judgements[1]).Length, JudgementModel.WordsLength, JudgementModel.VectorLength);
        var (place, placed) = Read(rows["felt"], 1, FeelingModel.PlaceLength);
        return new CoderModel(words, context, turns, [.. codes.Select((code, c) =>
            new CodeModel(code[1], wordWeights[c], Number(code[2]), contextWeights[c], Number(code[3]), turnWeights[c], Number(code[4]), Number(code[5])))],
            new Companions([.. company.Select(row => Split(row[3]).Select(weight => (float)weight).ToArray())], [.. company.Select(row => Number(row[1]))], [.. company.Select(row => Number(row[2]))]),
            new FeelingModel(space, felt[0], Number(feelings[1]), place, placed[0], Number(feelings[2]), Split(feelings[3]), Split(feelings[4])),
            new JudgementModel(judging, judged, Split(judgements[1]), Split(judgements[2])),
            new TextModel(alone, ofAlone[0], Number(texts[1])));
    }

    private static (FeatureSpace, float[][]) Read(List<(string Name, string Line)> rows, int codes, float wordsLength = FeatureSpace.WordsLength, float vectorLength = FeatureSpace.VectorLength)
    {
        var named = rows.Where(row => !row.Name.StartsWith("vector ", StringComparison.Ordinal)).ToList();
        var space = new FeatureSpace(named.Select((row, number) => (row.Name, number)).ToDictionary(pair => pair.Name, pair => pair.number, StringComparer.Ordinal), wordsLength, vectorLength);
        var weights = Enumerable.Range(0, codes).Select(_ => new float[space.Count]).ToArray();
        foreach (var (name, line) in rows)
        {
            var at = space.Numbers.TryGetValue(name, out var number) ? number : named.Count + int.Parse(name.AsSpan(7), Plain);
            // Two million weights: read in place, since a string for each would cost more than the rest of a start.
            for (var from = End(line, line.IndexOf('\t', StringComparison.Ordinal) + 1) + 1; from < line.Length;)
            {
                var end = End(line, from);
                var weight = line.AsSpan(from, end - from);
                var equals = weight.IndexOf('=');
                weights[int.Parse(weight[..equals], NumberStyles.None, Plain)][at] = float.Parse(weight[(equals + 1)..], NumberStyles.Float, Plain);
                from = end + 1;
            }
        }
        return (space, weights);
    }

    private static int End(string line, int from) => line.IndexOf('\t', from) is >= 0 and var tab ? tab : line.Length;

    private static string Join(IEnumerable<double> numbers) => string.Join(' ', numbers.Select(number => number.ToString("R", Plain)));

    private static double[] Split(string numbers) => [.. numbers.Split(' ').Select(Number)];

    private static double Number(string text) => double.Parse(text, Plain);
}
