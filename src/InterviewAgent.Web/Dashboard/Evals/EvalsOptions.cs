using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.Web.Dashboard.Evals;

/// <summary>Section "Evals": where the researchers' pages find what the command line left.</summary>
internal sealed class EvalsOptions
{
    public const string Section = "Evals";

    /// <summary>The folder that `interview-agent evals run` keeps its runs in; relative to the root.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Folder { get; set; } = "evals/runs";
}
