using System.ComponentModel.DataAnnotations;

namespace InterviewAgent.Web.SignIn;

internal sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>A session ends after this many hours without a click.</summary>
    [Range(1, 72)]
    public int IdleHours { get; set; } = 8;

    /// <summary>A session ends after this many days whatever is clicked.</summary>
    [Range(1, 30)]
    public int MostDays { get; set; } = 7;

    /// <summary>Print a link when the server starts; null: in development only.</summary>
    public bool? PrintLinkAtStart { get; set; }
}
