namespace InterviewAgent.Evals.Scorers;

/// <summary>Hits, false alarms and misses of presence by interview and code; F1 is 2·hits / (2·hits + false + missed), 0 without any.</summary>
public sealed record Presence(int Hits, int False, int Missed)
{
    public double Precision => Hits + False == 0 ? 0 : (double)Hits / (Hits + False);
    public double Recall => Hits + Missed == 0 ? 0 : (double)Hits / (Hits + Missed);
    public double F1 => Hits + False + Missed == 0 ? 0 : 2.0 * Hits / (2 * Hits + False + Missed);

    public static Presence Of(ISet<string> gold, ISet<string> found)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(found);
        var hits = gold.Count(found.Contains);
        return new Presence(hits, found.Count - hits, gold.Count - hits);
    }

    public static Presence operator +(Presence one, Presence other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new(one.Hits + other.Hits, one.False + other.False, one.Missed + other.Missed);
    }

    public static Presence Add(Presence one, Presence other) => one + other;
}
