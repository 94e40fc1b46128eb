using InterviewAgent.Analysis;
using InterviewAgent.Insights;
using InterviewAgent.Insights.SubThemes;

namespace InterviewAgent.Web.Dashboard.Themes;

/// <summary>One code with the themes in it.</summary>
public sealed record ThemeGroup(CodebookEntry Entry, ThemePicture Whole, IReadOnlyList<ThemePicture> Parts)
{
    /// <summary>What a theme is called where a code's own name is at hand.</summary>
    public static string NameOf(ThemePicture theme) => Say.Capital(theme.Name ?? theme.Term.Replace("+", ", ", StringComparison.Ordinal).Replace('-', ' '));

    public static string Href(ThemePicture theme) => theme.Term.Length == 0 ? $"/themes/{theme.Code}" : $"/themes/{theme.Code}/{Uri.EscapeDataString(theme.Term)}";

    public static string Change(ThemePicture theme) => theme.Change switch
    {
        ThemeChange.New => "new",
        ThemeChange.Gone => "gone",
        ThemeChange.Grown => $"grown by {theme.Now - theme.Then}",
        ThemeChange.Shrunk => $"shrunk by {theme.Then - theme.Now}",
        _ => theme.Now == 0 ? "quiet" : "as it was",
    };
}
