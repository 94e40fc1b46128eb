namespace InterviewAgent.Analysis.Learning;

/// <summary>
/// The weights of one code: what its words weigh, what its surroundings weigh on top, and the score from which it counts.
/// </summary>
internal sealed record CodeModel(string Code, float[] Words, double Bias, float[] Context, double ContextScale, double ContextBias, double Enough)
{
    /// <summary>Log-odds that the unit carries the code; from 0 on it is enough for a finding.</summary>
    public double Score(SparseVector words, SparseVector context) =>
        ContextScale * (words.Dot(Words) + Bias) + context.Dot(Context) + ContextBias - Enough;
}

/// <summary>All codes over the same features.</summary>
internal sealed record CoderModel(FeatureSpace Words, FeatureSpace Context, IReadOnlyList<CodeModel> Codes, Companions Companions, FeelingModel Feelings, JudgementModel Judgements, TextModel Texts);
