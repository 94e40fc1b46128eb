namespace InterviewAgent.LanguageModels;

/// <summary>What a call took. Tokens are the server's count; 0 where it gave none.</summary>
/// <param name="TokensIn">All of the prompt, cached ones included.</param>
/// <param name="CostMicros">Millionths of the currency of the settings; 0 without a price.</param>
public sealed record ModelUsage(int TokensIn, int TokensCached, int TokensOut, long CostMicros, TimeSpan Took, int Attempts)
{
    public static ModelUsage None { get; } = new(0, 0, 0, 0, TimeSpan.Zero, 0);
}
