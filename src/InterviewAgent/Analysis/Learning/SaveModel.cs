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
    private const float Least = 0.03f;
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static void To(string path, CoderModel model)
    {
        using var writer = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.SmallestSize), new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (var code in model.Codes)
            writer.WriteLine(string.Create(Plain, $"code\t{code.Code}\t{code.Bias:R}\t{code.ContextScale:R}\t{code.ContextBias:R}\t{code.Enough:R}"));
        var feelings = model.Feelings;
        writer.WriteLine(string.Create(Plain, $"feelings\t{feelings.Bias:R}\t{Join(feelings.Cuts)}\t{Join(feelings.OverallCuts)}"));
        Features(writer, "word", model.Words, [.. model.Codes.Select(code => code.Words)]);
        Features(writer, "context", model.Context, [.. model.Codes.Select(code => code.Context)]);
        Features(writer, "feeling", feelings.Space, [feelings.Weights]);
    }

    private static void Features(StreamWriter writer, string kind, FeatureSpace space, IReadOnlyList<float[]> weights)
    {
        var names = space.Numbers.OrderBy(pair => pair.Value).Select(pair => pair.Key)
            .Concat(Enumerable.Range(0, WordVectors.Dimensions).Select(d => $"vector {d}")).ToList();
        for (var f = 0; f < names.Count; f++)
        {
            var line = new StringBuilder();
            for (var c = 0; c < weights.Count; c++)
                if (f < weights[c].Length && MathF.Abs(weights[c][f]) >= Least)
                    line.Append(Plain, $"\t{c}={weights[c][f]:0.###}");
            if (line.Length > 0) writer.WriteLine($"{kind}\t{names[f]}{line}");
        }
    }

    public static CoderModel From(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress), Encoding.UTF8);
        var codes = new List<string[]>();
        var rows = new Dictionary<string, List<(string Name, string[] Weights)>>(StringComparer.Ordinal) { ["word"] = [], ["context"] = [], ["feeling"] = [] };
        string[] feelings = [];
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split('\t');
            if (parts[0] == "code") codes.Add(parts);
            else if (parts[0] == "feelings") feelings = parts;
            else rows[parts[0]].Add((parts[1], parts[2..]));
        }
        var (words, wordWeights) = Read(rows["word"], codes.Count);
        var (context, contextWeights) = Read(rows["context"], codes.Count);
        var (space, felt) = Read(rows["feeling"], 1, FeelingModel.WordsLength, FeelingModel.VectorLength);
        return new CoderModel(words, context, [.. codes.Select((code, c) =>
            new CodeModel(code[1], wordWeights[c], Number(code[2]), contextWeights[c], Number(code[3]), Number(code[4]), Number(code[5])))],
            new FeelingModel(space, felt[0], Number(feelings[1]), Split(feelings[2]), Split(feelings[3])));
    }

    private static (FeatureSpace, float[][]) Read(List<(string Name, string[] Weights)> rows, int codes, float wordsLength = FeatureSpace.WordsLength, float vectorLength = FeatureSpace.VectorLength)
    {
        var named = rows.Where(row => !row.Name.StartsWith("vector ", StringComparison.Ordinal)).ToList();
        var space = new FeatureSpace(named.Select((row, number) => (row.Name, number)).ToDictionary(pair => pair.Name, pair => pair.number, StringComparer.Ordinal), wordsLength, vectorLength);
        var weights = Enumerable.Range(0, codes).Select(_ => new float[space.Count]).ToArray();
        foreach (var (name, values) in rows)
        {
            var at = space.Numbers.TryGetValue(name, out var number) ? number : named.Count + int.Parse(name.AsSpan(7), Plain);
            foreach (var value in values)
            {
                var equals = value.IndexOf('=', StringComparison.Ordinal);
                weights[int.Parse(value.AsSpan(0, equals), Plain)][at] = (float)Number(value[(equals + 1)..]);
            }
        }
        return (space, weights);
    }

    private static string Join(double[] numbers) => string.Join(' ', numbers.Select(number => number.ToString("R", Plain)));

    private static double[] Split(string numbers) => [.. numbers.Split(' ').Select(Number)];

    private static double Number(string text) => double.Parse(text, Plain);
}
