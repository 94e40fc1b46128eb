namespace InterviewAgent.Analysis.Learning;

/// <summary>
/// What the words, the codes and the question of an answer say of the speaker's feeling: a sum of weights, cut into the
/// five levels where the labelled answers' shares fall.
/// </summary>
/// <param name="Cuts">Four rising values that part the levels of an answer.</param>
/// <param name="OverallCuts">The same for the mean over an interview's answers.</param>
internal sealed record FeelingModel(FeatureSpace Space, float[] Weights, double Bias, double[] Cuts, double[] OverallCuts)
{
    public double Raw(Features features) => Space.Place(features).Dot(Weights) + Bias;

    public static int Level(double raw, double[] cuts) => cuts.Count(cut => raw >= cut) - 2;
}
