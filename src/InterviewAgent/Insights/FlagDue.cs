namespace InterviewAgent.Insights;

/// <summary>When a flag is due, until somebody sets another day: a week after it opened, and on the Monday after where that is a Saturday or a Sunday. Pure.</summary>
internal static class FlagDue
{
    private const int DaysToAct = 7;

    public static DateOnly Of(DateOnly opened) => opened.AddDays(DaysToAct) is var day && day.DayOfWeek is DayOfWeek.Saturday ? day.AddDays(2)
        : day.DayOfWeek is DayOfWeek.Sunday ? day.AddDays(1) : day;
}
