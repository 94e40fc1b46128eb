using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.Accounts;

/// <summary>Section "Product": what the vendor sells, in the words respondents know it by.</summary>
public sealed class ProductOptions
{
    /// <summary>Name of the product where the account brings none of its own.</summary>
    [Required]
    public string Name { get; set; } = "the product";

    /// <summary>The company that sells it and asks for the interview.</summary>
    [Required]
    public string Vendor { get; set; } = "the vendor";

    /// <summary>Why people are asked, as the consent turn says it: "to see how …".</summary>
    [Required]
    public string Purpose { get; set; } = "to learn how the rollout is going in daily work";
}
