using System.Text.RegularExpressions;

namespace InterviewAgent.Evals.Themes;

/// <summary>
/// The reference: spherical k-means over TF-IDF of words (Dhillon and Modha 2001), best of some seeded starts. It needs all quotes at once, and
/// another quote moves the others.
/// </summary>
public static partial class ClusterByWords
{
    private const int Starts = 3, Rounds = 15;

    /// <returns>The number of its group for each text.</returns>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> texts, int groups, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var vectors = Vectors(texts);
        var random = new Random(seed);
        var best = (Fit: double.MinValue, Of: Array.Empty<int>());
        for (var start = 0; start < Starts; start++)
        {
            var found = Once(vectors, groups, random);
            best = found.Fit > best.Fit ? found : best;
        }
        return [.. best.Of.Select(group => group.ToString(System.Globalization.CultureInfo.InvariantCulture))];
    }

    private static (double Fit, int[] Of) Once(List<Dictionary<int, double>> vectors, int groups, Random random)
    {
        var centres = vectors.OrderBy(_ => random.Next()).Take(groups).Select(vector => new Dictionary<int, double>(vector)).ToList();
        var of = new int[vectors.Count];
        var fit = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            fit = 0;
            for (var i = 0; i < vectors.Count; i++)
            {
                var near = Enumerable.Range(0, centres.Count).Select(centre => Dot(vectors[i], centres[centre])).ToList();
                of[i] = near.IndexOf(near.Max());
                fit += near[of[i]];
            }
            centres = [.. Enumerable.Range(0, groups).Select(group => Unit(Sum(vectors.Where((_, i) => of[i] == group))))];
        }
        return (fit, of);
    }

    private static List<Dictionary<int, double>> Vectors(IReadOnlyList<string> texts)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        var words = texts.Select(text => Word().Matches(text.ToLowerInvariant()).Select(word => numbers.TryGetValue(word.Value, out var known) ? known : numbers[word.Value] = numbers.Count).ToList()).ToList();
        var documents = words.SelectMany(text => text.Distinct()).CountBy(word => word).ToDictionary();
        return words.ConvertAll(text => Unit(text.CountBy(word => word).ToDictionary(
            word => word.Key, word => (1 + Math.Log(word.Value)) * Math.Log((1.0 + texts.Count) / (1 + documents[word.Key])))));
    }

    private static Dictionary<int, double> Sum(IEnumerable<Dictionary<int, double>> vectors)
    {
        Dictionary<int, double> sum = [];
        foreach (var (word, weight) in vectors.SelectMany(vector => vector))
        {
            sum[word] = sum.GetValueOrDefault(word) + weight;
        }
        return sum;
    }

    private static Dictionary<int, double> Unit(Dictionary<int, double> vector)
    {
        var length = Math.Sqrt(vector.Values.Sum(weight => weight * weight));
        return length == 0 ? vector : vector.ToDictionary(word => word.Key, word => word.Value / length);
    }

    private static double Dot(Dictionary<int, double> small, Dictionary<int, double> large) =>
        small.Sum(word => large.TryGetValue(word.Key, out var weight) ? weight * word.Value : 0);

    [GeneratedRegex(@"[\p{L}']{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
