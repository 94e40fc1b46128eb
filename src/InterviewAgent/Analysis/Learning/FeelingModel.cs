namespace InterviewAgent.Analysis.Learning;

/// <summary>
/// The feeling of an answer in two steps: what its words say by themselves, and what they say in their place (the codes found, the
/// question, the role, the checkpoint). Both are sums of weights; the second is cut into five levels where the labelled answers' shares fall.
/// </summary>
/// <param name="Cuts">Four rising values that part the levels of an answer.</param>
/// <param name="OverallCuts">The same for the mean over an interview's answers.</param>
internal sealed record FeelingModel(
    FeatureSpace Words, float[] WordWeights, double WordBias, FeatureSpace Place, float[] PlaceWeights, double PlaceBias, double[] Cuts, double[] OverallCuts)
{
    // The lengths of the word features and of the word vector: the shorter, the more strictly a part is held.
    public const float WordsLength = 1f;
    public const float VectorLength = 1.5f;

    /// <summary>Features of the place are all readings: none is scaled by the length of the answer.</summary>
    public const float PlaceLength = 1f;

    /// <summary>About -2 to 2, from the text alone.</summary>
    public double OfWords(Features words) => Words.Place(words).Dot(WordWeights) + WordBias;

    public double InPlace(Features place) => Place.Place(place).Dot(PlaceWeights) + PlaceBias;

    public static int Level(double raw, double[] cuts) => cuts.Count(cut => raw >= cut) - 2;
}
