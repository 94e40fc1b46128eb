namespace InterviewAgent.Analysis.Sentiment;

/// <summary>What the lexicon hears in a text once negation, contrast, time and voice are read. Values are sums of word values (-4 to 4 each).</summary>
/// <param name="Value">Positive less negative, what stands after a "but" counting more.</param>
/// <param name="Last">The value of the last clause with an opinion: people end on what they mean.</param>
internal readonly record struct Opinion(double Value, double Positive, double Negative, double Last)
{
    /// <summary>From this value on an opinion is one; below it is a shade.</summary>
    internal const double Least = 0.4;

    /// <summary>Each of two opposite opinions must be this strong: a shade beside an opinion is no second one.</summary>
    internal const double LeastOfTwo = 0.8;

    /// <summary>Two opposite opinions in one text.</summary>
    public bool IsMixed => Positive >= LeastOfTwo && Negative >= LeastOfTwo;

    /// <summary>1, 0 or -1.</summary>
    public int Polarity => Value >= Least ? 1 : Value <= -Least ? -1 : 0;
}
