namespace InterviewAgent.Analysis.Learning;

/// <summary>
/// Codes keep company: who still plans in a spreadsheet seldom has a measured result. What the other codes of an interview say of one
/// code is added to its score.
/// </summary>
/// <param name="Weights">For each code, what each other code's likelihood weighs.</param>
/// <param name="Centres">For each code the score at which it is as likely as not to be counted company.</param>
internal sealed record Companions(float[][] Weights, double[] Biases, double[] Centres)
{
    private const double Steepness = 1.5;
    private const double Decay = 0.005;
    private const int Epochs = 12;

    /// <summary>What to add to each code's score, from the best score of every code in the interview; no finding, nothing to add.</summary>
    public double[] Of(double[] best)
    {
        if (Weights.Length == 0) return new double[best.Length];
        var company = Company(best);
        return [.. Weights.Select((weights, code) => Without(company, code).Dot(weights) + Biases[code])];
    }

    public static Companions None(int codes) => new([], [], new double[codes]);

    public static Companions Fit(double[] centres, IReadOnlyList<(double[] Best, bool[] Present)> interviews)
    {
        var unfitted = new Companions([], [], centres);
        var company = interviews.Select(interview => unfitted.Company(interview.Best)).ToList();
        var weights = new float[centres.Length][];
        var biases = new double[centres.Length];
        for (var code = 0; code < centres.Length; code++)
        {
            var labels = interviews.Select(interview => interview.Present[code]).ToList();
            (weights[code], biases[code]) = labels.Contains(true)
                ? TrainLinear.Logistic([.. company.Select(others => Without(others, code))], labels, centres.Length, Decay, 1, Epochs, [.. interviews.Select(interview => interview.Best[code] - centres[code])], null, 0)
                : (new float[centres.Length], 0);
        }
        return new Companions(weights, biases, centres);
    }

    private float[] Company(double[] best) => [.. best.Select((score, code) => (float)(1 / (1 + Math.Exp(-Steepness * (score - Centres[code])))))];

    private static SparseVector Without(float[] company, int code)
    {
        var others = (float[])company.Clone();
        others[code] = 0;
        return new SparseVector([.. Enumerable.Range(0, others.Length)], others);
    }
}
