using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.LanguageModels;

/// <summary>Section "LanguageModels". With every provider at "none", which is the default, the product runs on templates and the built-in coder.</summary>
public sealed class LanguageModelsOptions : IValidatableObject
{
    public ModelOptions Interviewing { get; set; } = new();
    public ModelOptions Analysis { get; set; } = new();
    public ModelOptions Judging { get; set; } = new();

    /// <summary>Money that all roles together may cost in a day (UTC), in <see cref="Currency"/>; 0: no limit. Needs a price for every model in use.</summary>
    [Range(0, 1_000_000)]
    public decimal DailyBudget { get; set; }

    [Required(AllowEmptyStrings = false)]
    public string Currency { get; set; } = "USD";

    /// <summary>"personal" masks what points at a person; "strict" also organisations, places, dates, ages.</summary>
    public string Masking { get; set; } = "personal";

    /// <summary>Words that are never masked beside those of the account's own record, separated by commas: tools, products, sites.</summary>
    public string Keep { get; set; } = "";

    /// <summary>What a model costs, by the name or deployment that the roles use.</summary>
    public Dictionary<string, ModelPrice> Prices { get; } = new(StringComparer.OrdinalIgnoreCase);

    internal ModelOptions Of(ModelRole role) => role switch
    {
        ModelRole.Interviewing => Interviewing,
        ModelRole.Analysis => Analysis,
        _ => Judging,
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Masking is not ("personal" or "strict"))
        {
            yield return new ValidationResult($"'{Masking}' is not known; write personal or strict.", [nameof(Masking)]);
        }
        foreach (var role in Enum.GetValues<ModelRole>())
        {
            var model = Of(role);
            foreach (var wrong in model.Problems())
            {
                yield return new ValidationResult(wrong.ErrorMessage, [$"{role}:{wrong.MemberNames.First()}"]);
            }
            if (DailyBudget > 0 && model.IsPaid && !Prices.ContainsKey(model.Model))
            {
                yield return new ValidationResult(
                    $"a daily budget can only be held with a price for '{model.Model}'; write LanguageModels:Prices:{model.Model} with Input, CachedInput and Output.",
                    [nameof(Prices)]);
            }
        }
    }
}
