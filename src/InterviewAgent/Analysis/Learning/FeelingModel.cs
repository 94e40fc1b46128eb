namespace InterviewAgent.Analysis.Learning;

/// <summary>
/// What the words, the codes and the question of an answer say of the speaker's feeling: a sum of weights, cut into the
/// five levels where the labelled answers' shares fall.
/// </summary>
/// <param name="Cuts">Four rising values that part the levels of an answer.</param>
/// <param name="OverallCuts">The same for the mean over an interview's answers.</param>
internal sealed record FeelingModel(FeatureSpace Space, float[] Weights, double Bias, double[] Cuts, double[] OverallCuts)
{
    public const float WordsLength = 0.1f;
    public const float VectorLength = 0.3f;

    public double Raw(Features features) => Space.Place(features).Dot(Weights) + Bias + Prior(features);

    /// <summary>What the codes found in an answer say by themselves; the weights correct it.</summary>
    public static double Prior(Features features)
    {
        var sum = 0.0;
        foreach (var (family, value) in Families)
            sum += value * features.Named.GetValueOrDefault("p:found " + family);
        return Math.Clamp(sum, -1, 1);
    }

    private static readonly (string Family, double Value)[] Families =
    [
        ("technical", -0.5), ("operational", -0.5), ("trust", -0.5), ("capacity", -0.5), ("product", -0.5), ("expectation", -0.5),
        ("drift", -0.25), ("evidence", 0.5), ("", 0.5), ("commitment", 0.15),
    ];

    public static int Level(double raw, double[] cuts) => cuts.Count(cut => raw >= cut) - 2;
}
