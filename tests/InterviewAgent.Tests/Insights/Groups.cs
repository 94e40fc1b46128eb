using InterviewAgent.Insights.SubThemes;

namespace InterviewAgent.Tests.Insights;

/// <summary>The shipped lists by which quotes are grouped, loaded once.</summary>
internal static class Groups
{
    public static ReadWords Words { get; } = ReadWords.Load(Path.Combine(AppContext.BaseDirectory, "prompts"));
}
