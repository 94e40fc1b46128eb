using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.Analysis;

/// <summary>Section "Analysis": whose findings count where a language model codes beside the built-in coder.</summary>
public sealed class AnalysisOptions : IValidatableObject
{
    internal const string Model = "model", BuiltIn = "built-in";

    /// <summary>
    /// "model" or "built-in". Both coders' findings are kept; those of the other are set aside, for researchers. It holds for interviews that are
    /// coded from now on.
    /// </summary>
    public string Counts { get; set; } = Model;

    /// <summary>Characters of an interview that go into one call; a longer one is coded in windows that overlap.</summary>
    [Range(2_000, 2_000_000)]
    public int WindowCharacters { get; set; } = 60_000;

    /// <summary>Turns that two windows share.</summary>
    [Range(0, 40)]
    public int OverlapTurns { get; set; } = 4;

    /// <summary>How long one call may take, retries included.</summary>
    [Range(5, 3600)]
    public int CallSeconds { get; set; } = 180;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Counts is not (Model or BuiltIn))
        {
            yield return new ValidationResult($"'{Counts}' is no coder; write {Model} or {BuiltIn}.", [nameof(Counts)]);
        }
    }
}
