namespace InterviewAgent.Insights.SubThemes;

/// <summary>
/// How many accounts say it in a week: those that have begun by then, less those that have not said it for nine weeks. Nine, since people
/// are asked again after 30 to 60 days. Pure.
/// </summary>
internal static class ThemeHistory
{
    public const int Weeks = 12;
    private const int StaysAlive = 9;

    public static int AliveIn(int week, IReadOnlyCollection<ThemeWeek> history) =>
        history.Where(row => row.Week <= week).Sum(row => row.First) - history.Where(row => row.Week + StaysAlive <= week).Sum(row => row.Last);

    public static IReadOnlyList<int> Until(int week, IReadOnlyCollection<ThemeWeek> history) =>
        [.. Enumerable.Range(week - Weeks + 1, Weeks).Select(one => AliveIn(one, history))];
}
