namespace InterviewAgent.Analysis.Learning;

/// <summary>
/// The weights of one code: what a sentence's words weigh, what its surroundings weigh on top, what the whole answer beside its question
/// weighs, and the score from which it counts.
/// </summary>
internal sealed record CodeModel(string Code, float[] Words, double Bias, float[] Context, double ContextBias, float[] Turn, double TurnBias, double Enough)
{
    /// <summary>The share of the whole answer in a score; the rest is the sentence's own. Chosen by cross-validation.</summary>
    private const double TurnShare = 0.4;

    /// <summary>The more is said, the likelier something sounds like the code by chance: what each unit of the logarithm of their number takes off.</summary>
    private const double Chance = 0.4;

    /// <summary>The logarithm of the usual number of units in an interview: one of the usual length is not changed.</summary>
    private const double Usual = 2.8;

    /// <summary>Log-odds that the unit carries the code; from 0 on it is enough for a finding.</summary>
    /// <param name="units">How many units the interview has.</param>
    public double Score(SparseVector words, SparseVector context, SparseVector turn, int units) => Joined(words.Dot(Words) + Bias, turn.Dot(Turn) + TurnBias, context, units) - Enough;

    /// <summary>Of the scores of a sentence and of its whole answer.</summary>
    public double Joined(double words, double turn, SparseVector context, int units) =>
        (1 - TurnShare) * (words + context.Dot(Context) + ContextBias) + TurnShare * turn - Chance * (Math.Log(Math.Max(1, units)) - Usual);
}

/// <summary>All codes over the same features.</summary>
internal sealed record CoderModel(
    FeatureSpace Words, FeatureSpace Context, FeatureSpace Turns, IReadOnlyList<CodeModel> Codes, Companions Companions, FeelingModel Feelings, JudgementModel Judgements, TextModel Texts);
