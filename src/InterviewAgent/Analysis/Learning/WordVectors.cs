using System.Text;

namespace InterviewAgent.Analysis.Learning;

/// <summary>
/// Static word vectors, most frequent word first (GloVe, Pennington et al. 2014, public domain; pruned and quantised to
/// eight bits by <c>interview-agent coder vectors</c>). See prompts/models/coder/card.md.
/// </summary>
internal sealed class WordVectors
{
    public const int Dimensions = 100;
    private const string Magic = "IAWV1";
    private readonly Dictionary<string, int> places;
    private readonly sbyte[] values;
    private readonly float[] scales;

    private WordVectors(Dictionary<string, int> places, sbyte[] values, float[] scales) => (this.places, this.values, this.scales) = (places, values, scales);

    public IReadOnlyCollection<string> Words => places.Keys;

    public static WordVectors None { get; } = new([], [], []);

    public static WordVectors Load(string path)
    {
        if (!File.Exists(path)) return None;
        using var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
        if (reader.ReadString() != Magic) throw new InvalidDataException($"{path}: not a file of word vectors; make it with interview-agent coder vectors");
        var count = reader.ReadInt32();
        var places = new Dictionary<string, int>(count, StringComparer.Ordinal);
        var values = new sbyte[count * Dimensions];
        var scales = new float[count];
        for (var word = 0; word < count; word++)
        {
            places[reader.ReadString()] = word;
            scales[word] = reader.ReadSingle();
            for (var d = 0; d < Dimensions; d++) values[word * Dimensions + d] = reader.ReadSByte();
        }
        return new WordVectors(places, values, scales);
    }

    public static void Save(string path, IReadOnlyList<(string Word, float[] Vector)> words)
    {
        using var writer = new BinaryWriter(File.Create(path), Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(words.Count);
        foreach (var (word, vector) in words)
        {
            var scale = Math.Max(vector.Max(Math.Abs) / 127f, 1e-9f);
            writer.Write(word);
            writer.Write(scale);
            foreach (var value in vector) writer.Write((sbyte)Math.Round(value / scale));
        }
    }

    /// <summary>
    /// Adds the word's vector to <paramref name="sum"/>, weighted by rarity (smooth inverse frequency, Arora et al. 2017,
    /// with Zipf's law for the frequency of a rank); false for an unknown word.
    /// </summary>
    public bool AddTo(string word, float[] sum)
    {
        if (!places.TryGetValue(word, out var place)) return false;
        var weight = scales[place] * (place + 30f) / (place + 330f);
        var from = place * Dimensions;
        for (var d = 0; d < Dimensions; d++) sum[d] += weight * values[from + d];
        return true;
    }

    /// <summary>0 to 1 by Zipf's law from the word's rank; an unknown word is as rare as the last known one, and so is a number.</summary>
    public double Rarity(string word) => places.TryGetValue(word, out var place) ? (place + 30.0) / (place + 830.0) : 1;

    /// <summary>Cosine of two words' vectors; 0 when one is unknown.</summary>
    public double Cosine(string one, string other)
    {
        if (!places.TryGetValue(one, out var first) || !places.TryGetValue(other, out var second)) return 0;
        long dot = 0, left = 0, right = 0;
        for (var d = 0; d < Dimensions; d++)
        {
            int x = values[first * Dimensions + d], y = values[second * Dimensions + d];
            (dot, left, right) = (dot + x * y, left + x * x, right + y * y);
        }
        return left == 0 || right == 0 ? 0 : dot / Math.Sqrt((double)left * right);
    }
}
