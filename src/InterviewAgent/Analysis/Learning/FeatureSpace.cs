namespace InterviewAgent.Analysis.Learning;

/// <summary>Features by number: named ones first, then the dimensions of the word vectors.</summary>
internal sealed class FeatureSpace(IReadOnlyDictionary<string, int> numbers, float wordsLength = FeatureSpace.WordsLength, float vectorLength = FeatureSpace.VectorLength)
{
    // The lengths of the two parts, chosen by cross-validation; a shorter part is held more strictly.
    public const float VectorLength = 1.5f;
    public const float WordsLength = 0.8f;

    // A pattern is a reading of the sentence, not one word among many: its weight does not shrink with the sentence's length.
    private static bool IsPattern(string name) => name.StartsWith("p:", StringComparison.Ordinal);

    public int Count => numbers.Count + WordVectors.Dimensions;

    public IReadOnlyDictionary<string, int> Numbers => numbers;

    /// <summary>Names seen at least <paramref name="fewest"/> times, in the order met.</summary>
    public static FeatureSpace From(IEnumerable<Features> seen, int fewest, float wordsLength = WordsLength, float vectorLength = VectorLength)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var order = new List<string>();
        foreach (var features in seen)
            foreach (var name in features.Named.Keys)
                if ((counts[name] = counts.GetValueOrDefault(name) + 1) == fewest) order.Add(name);
        return new FeatureSpace(order.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal), wordsLength, vectorLength);
    }

    public SparseVector Place(Features features)
    {
        var numbersOf = new List<int>(features.Named.Count + WordVectors.Dimensions);
        var values = new List<float>(features.Named.Count + WordVectors.Dimensions);
        var length = 0.0;
        foreach (var (name, value) in features.Named)
            if (!IsPattern(name)) length += value * value;
        var scale = length == 0 ? 0f : (float)(wordsLength / Math.Sqrt(length));
        foreach (var (name, value) in features.Named)
        {
            if (!numbers.TryGetValue(name, out var number)) continue;
            numbersOf.Add(number);
            values.Add(IsPattern(name) ? value : value * scale);
        }
        AddVector(features.Vector, numbersOf, values);
        return new SparseVector([.. numbersOf], [.. values]);
    }

    /// <summary>Without making the parts equally long.</summary>
    public SparseVector PlaceAsIs(Features features)
    {
        var numbersOf = new List<int>();
        var values = new List<float>();
        foreach (var (name, value) in features.Named)
            if (numbers.TryGetValue(name, out var number))
            {
                numbersOf.Add(number);
                values.Add(value);
            }
        for (var d = 0; d < features.Vector.Length; d++)
        {
            numbersOf.Add(numbers.Count + d);
            values.Add(features.Vector[d]);
        }
        return new SparseVector([.. numbersOf], [.. values]);
    }

    private void AddVector(float[] vector, List<int> numbersOf, List<float> values)
    {
        var length = MathF.Sqrt(vector.Sum(value => value * value));
        if (length == 0) return;
        for (var d = 0; d < vector.Length; d++)
        {
            numbersOf.Add(numbers.Count + d);
            values.Add(vector[d] / length * vectorLength);
        }
    }
}

internal readonly record struct SparseVector(int[] Numbers, float[] Values)
{
    public double Dot(ReadOnlySpan<float> weights)
    {
        var sum = 0.0;
        for (var i = 0; i < Numbers.Length; i++) sum += Values[i] * weights[Numbers[i]];
        return sum;
    }
}
