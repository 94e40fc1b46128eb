namespace InterviewAgent.Analysis.Learning;

/// <summary>
/// Logistic regression with L2, fitted by AdaGrad over shuffled examples (seeded, so a run can be repeated).
/// The bias is not regularised; an example may bring an offset of its own and a weight.
/// </summary>
internal static class TrainLinear
{
    public static (float[] Weights, double Bias) Logistic(
        IReadOnlyList<SparseVector> examples, IReadOnlyList<bool> labels, int features, double decay, double positiveWeight, int epochs,
        IReadOnlyList<double>? offsets = null, IReadOnlyList<float>? importance = null, double bias = -3) =>
        Fit(examples, bias, features, decay, epochs, (i, score) =>
            (1 / (1 + Math.Exp(-score - (offsets?[i] ?? 0))) - (labels[i] ? 1 : 0)) * (labels[i] ? positiveWeight : 1) * (importance?[i] ?? 1));

    /// <param name="slopeOf">The slope of the loss at a score, for one example.</param>
    private static (float[] Weights, double Bias) Fit(
        IReadOnlyList<SparseVector> examples, double bias, int features, double decay, int epochs, Func<int, double, double> slopeOf)
    {
        var weights = new float[features];
        var squares = new float[features];
        var biasSquares = 1e-6;
        const double rate = 0.3;
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(17);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var wrong = slopeOf(i, examples[i].Dot(weights) + bias);
                biasSquares += wrong * wrong;
                bias -= rate * wrong / Math.Sqrt(biasSquares);
                var (numbers, values) = examples[i];
                for (var k = 0; k < numbers.Length; k++)
                {
                    var at = numbers[k];
                    var slope = (float)(wrong * values[k] + decay * weights[at]);
                    squares[at] += slope * slope;
                    weights[at] -= (float)(rate * slope / Math.Sqrt(squares[at] + 1e-8));
                }
            }
        }
        return (weights, bias);
    }
}
