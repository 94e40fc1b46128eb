namespace InterviewAgent.Evals.Suites;

/// <summary>What an answer cost: wall time, and what a model was asked for it.</summary>
/// <param name="CostMicros">Millionths of the currency of the settings; 0 without prices.</param>
public sealed record Spent(double Milliseconds, int Calls, int TokensIn, int TokensOut, long CostMicros)
{
    public static Spent Nothing { get; } = new(0, 0, 0, 0, 0);

    public static Spent operator +(Spent one, Spent other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new(one.Milliseconds + other.Milliseconds, one.Calls + other.Calls, one.TokensIn + other.TokensIn, one.TokensOut + other.TokensOut, one.CostMicros + other.CostMicros);
    }

    public static Spent operator -(Spent one, Spent other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return new(one.Milliseconds - other.Milliseconds, one.Calls - other.Calls, one.TokensIn - other.TokensIn, one.TokensOut - other.TokensOut, one.CostMicros - other.CostMicros);
    }

    public static Spent Add(Spent one, Spent other) => one + other;
    public static Spent Subtract(Spent one, Spent other) => one - other;
}
