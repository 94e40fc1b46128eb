namespace InterviewAgent.Analysis.Learning;

/// <summary>
/// Weighted ridge regression by conjugate gradients on the normal equations: exact to a small residual, the same on every run.
/// The bias is not held back.
/// </summary>
internal static class SolveRidge
{
    private const int MostSteps = 120;
    private const double Enough = 1e-8;

    public static (float[] Weights, double Bias) Fit(IReadOnlyList<SparseVector> examples, double[] targets, double[] importance, int features, double ridge)
    {
        var total = importance.Sum();
        if (total == 0) return (new float[features], 0);
        // Centred targets and a free bias: two columns of the same system would fight over a large ridge.
        var solution = new double[features + 1];
        var residual = Gradient(examples, targets, importance, solution, ridge, features);
        var direction = (double[])residual.Clone();
        var square = Dot(residual, residual);
        var first = square;
        for (var step = 0; step < MostSteps && square > Enough * first; step++)
        {
            var applied = Apply(examples, importance, direction, ridge, features);
            var length = square / Dot(direction, applied);
            for (var f = 0; f <= features; f++)
            {
                solution[f] += length * direction[f];
                residual[f] -= length * applied[f];
            }
            var next = Dot(residual, residual);
            for (var f = 0; f <= features; f++) direction[f] = residual[f] + next / square * direction[f];
            square = next;
        }
        return ([.. solution.Take(features).Select(weight => (float)weight)], solution[features]);
    }

    private static double[] Gradient(IReadOnlyList<SparseVector> examples, double[] targets, double[] importance, double[] at, double ridge, int features)
    {
        var gradient = new double[features + 1];
        for (var i = 0; i < examples.Count; i++) Add(gradient, examples[i], importance[i] * (targets[i] - Predict(examples[i], at, features)), features);
        for (var f = 0; f < features; f++) gradient[f] -= ridge * at[f];
        return gradient;
    }

    private static double[] Apply(IReadOnlyList<SparseVector> examples, double[] importance, double[] direction, double ridge, int features)
    {
        var applied = new double[features + 1];
        for (var i = 0; i < examples.Count; i++) Add(applied, examples[i], importance[i] * Predict(examples[i], direction, features), features);
        for (var f = 0; f < features; f++) applied[f] += ridge * direction[f];
        return applied;
    }

    private static double Predict(SparseVector example, double[] weights, int bias)
    {
        var sum = weights[bias];
        for (var k = 0; k < example.Numbers.Length; k++) sum += example.Values[k] * weights[example.Numbers[k]];
        return sum;
    }

    private static void Add(double[] sums, SparseVector example, double by, int bias)
    {
        if (by == 0) return;
        sums[bias] += by;
        for (var k = 0; k < example.Numbers.Length; k++) sums[example.Numbers[k]] += by * example.Values[k];
    }

    private static double Dot(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var f = 0; f < one.Length; f++) sum += one[f] * other[f];
        return sum;
    }
}
