using System.ComponentModel.DataAnnotations;
using InterviewAgent.Interviewing.Moves;

namespace InterviewAgent.Interviewing;

/// <summary>Section "Interviewing": who asks, about what, and who is told when it is serious.</summary>
public sealed class InterviewingOptions : IValidatableObject
{
    /// <summary>Who asks, as respondents know the company.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Vendor { get; set; } = "Contoso";

    /// <summary>The product's name for accounts that bring none.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Product { get; set; } = "the new system";

    /// <summary>The human to whom R24 routes; named in the consent turn.</summary>
    [Required(AllowEmptyStrings = false)]
    public string EscalationContact { get; set; } = "the customer care lead";

    /// <summary>How long a respondent waits for a model's words, redrafts included; after that the template speaks.</summary>
    [Range(1, 30)]
    public double TurnSeconds { get; set; } = 4;

    public Budget Budget { get; set; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        List<ValidationResult> wrong = [];
        Validator.TryValidateObject(Budget, new ValidationContext(Budget), wrong, validateAllProperties: true);
        return wrong.Select(result => new ValidationResult(result.ErrorMessage, [.. result.MemberNames.Select(name => $"{nameof(Budget)}:{name}")]));
    }
}
