using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.LanguageModels;

/// <summary>Money per million tokens, in the currency of the settings.</summary>
public sealed class ModelPrice
{
    [Range(0, 100_000)]
    public decimal Input { get; set; }

    /// <summary>Tokens of an unchanged beginning that the provider served from its cache.</summary>
    [Range(0, 100_000)]
    public decimal CachedInput { get; set; }

    [Range(0, 100_000)]
    public decimal Output { get; set; }

    /// <summary>Millionths of the currency: whole numbers, so that sums in the store are exact.</summary>
    internal long Micros(ModelUsage usage) => (long)decimal.Ceiling(
        (usage.TokensIn - usage.TokensCached) * Input + usage.TokensCached * CachedInput + usage.TokensOut * Output);
}
