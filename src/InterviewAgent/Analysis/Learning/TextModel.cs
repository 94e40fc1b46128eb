using System.Collections.Frozen;
using InterviewAgent.Analysis.Language;
using InterviewAgent.Analysis.Sentiment;

namespace InterviewAgent.Analysis.Learning;

/// <summary>
/// How a text that stands alone feels: the opinions heard in it, and a weight for each of its words, which the word's own ratings and
/// those of its neighbours in the vector space made. One look-up a word.
/// </summary>
internal sealed record TextModel(FeatureSpace Space, float[] Weights, double Bias)
{
    private static readonly string[] HeardNames = ["p:value", "p:good", "p:bad", "p:last", "p:calls"];
    private PerWord<float> byWord = new(_ => 0);
    private float[] byHeard = [];

    /// <summary>Joins the weights of words and of vectors into one for each word; needed once before <see cref="Score"/>.</summary>
    public TextModel With(WordVectors vectors)
    {
        var own = Space.Numbers.Where(pair => pair.Key.StartsWith("w:", StringComparison.Ordinal)).ToDictionary(pair => pair.Key[2..], pair => Weights[pair.Value], StringComparer.Ordinal);
        var sum = new float[WordVectors.Dimensions];
        foreach (var word in vectors.Words)
        {
            Array.Clear(sum);
            vectors.AddTo(word, sum);
            var near = 0f;
            for (var d = 0; d < sum.Length; d++) near += sum[d] * Weights[Space.Numbers.Count + d];
            own[word] = own.GetValueOrDefault(word) + near * VectorScale;
        }
        var frozen = own.ToFrozenDictionary(StringComparer.Ordinal);
        byWord = new PerWord<float>(form => frozen.GetValueOrDefault(form.Text));
        byHeard = [.. HeardNames.Select(name => Weights[Space.Numbers[name]])];
        return this;
    }

    public double Score(IReadOnlyList<Sentence> sentences, Opinion heard)
    {
        var (sum, words, calls) = (0.0, 0, 0);
        foreach (var sentence in sentences)
            foreach (var token in sentence.Tokens)
            {
                if (token.Text == "!") calls++;
                if (token.Kind != TokenKind.Word) continue;
                words++;
                sum += byWord.Of(token.Form);
            }
        var score = Bias + (words == 0 ? 0 : sum / Math.Sqrt(words));
        Span<double> signs = stackalloc double[5];
        Heard(heard, calls, signs);
        for (var i = 0; i < signs.Length; i++) score += signs[i] * byHeard[i];
        return score;
    }

    /// <summary>The same as training sees it: words and vectors apart.</summary>
    public static Features FeaturesOf(IReadOnlyList<Sentence> sentences, Opinion heard, WordVectors vectors)
    {
        var named = new Dictionary<string, float>(StringComparer.Ordinal);
        var vector = new float[WordVectors.Dimensions];
        var tokens = sentences.SelectMany(sentence => sentence.Tokens).ToList();
        var words = tokens.Where(token => token.Kind == TokenKind.Word).ToList();
        var share = 1 / MathF.Sqrt(Math.Max(1, words.Count));
        foreach (var token in words)
        {
            named["w:" + token.Text] = named.GetValueOrDefault("w:" + token.Text) + share;
            vectors.AddTo(token.Text, vector);
        }
        Span<double> signs = stackalloc double[5];
        Heard(heard, tokens.Count(token => token.Text == "!"), signs);
        for (var i = 0; i < signs.Length; i++) named[HeardNames[i]] = (float)signs[i];
        for (var d = 0; d < vector.Length; d++) vector[d] *= share * VectorScale;
        return new Features(named, vector);
    }

    /// <summary>How much a word's neighbours count beside the word itself.</summary>
    private const float VectorScale = 0.3f;

    private static void Heard(Opinion heard, int calls, Span<double> signs)
    {
        signs[0] = 2 * Math.Tanh(heard.Value / 4);
        signs[1] = 2 * Math.Tanh(heard.Positive / 4);
        signs[2] = 2 * Math.Tanh(heard.Negative / 4);
        signs[3] = 2 * Math.Tanh(heard.Last / 4);
        signs[4] = Math.Min(calls, 3) * Math.Sign(heard.Value) / 3.0;
    }

    public static TextModel Fit(IReadOnlyList<(Features Features, double Value)> rated, double ridge)
    {
        var space = FeatureSpace.From(rated.Select(one => one.Features), 2);
        var (weights, bias) = SolveRidge.Fit([.. rated.Select(one => space.PlaceAsIs(one.Features))], [.. rated.Select(one => one.Value)],
            [.. rated.Select(_ => 1.0)], space.Count, ridge);
        return new TextModel(space, weights, bias);
    }
}
