namespace InterviewAgent.Analysis.Learning;

/// <summary>
/// Two-class logistic regression with L2, fitted by AdaGrad over shuffled examples (seeded, so a run can be repeated).
/// The bias is not regularised; an example may bring an offset of its own and a weight.
/// </summary>
internal static class TrainLogistic
{
    public static (float[] Weights, double Bias) Fit(
        IReadOnlyList<SparseVector> examples, IReadOnlyList<bool> labels, int features, double l2, double positiveWeight, int epochs,
        IReadOnlyList<double>? offsets = null, IReadOnlyList<float>? importance = null)
    {
        var weights = new float[features];
        var squares = new float[features];
        double bias = -3, biasSquares = 1e-6;
        const double rate = 0.3;
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(17);
        var decay = l2 / Math.Max(1, examples.Count);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var score = examples[i].Dot(weights) + bias + (offsets?[i] ?? 0);
                var wrong = 1 / (1 + Math.Exp(-score)) - (labels[i] ? 1 : 0);
                wrong *= (labels[i] ? positiveWeight : 1) * (importance?[i] ?? 1);
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
