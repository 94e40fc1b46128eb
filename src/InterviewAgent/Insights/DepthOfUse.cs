namespace InterviewAgent.Insights;

/// <summary>
/// How deep the use goes, over the last four weeks with figures: what people do in it, beside how often they look in. Log-ins alone say
/// nothing of dependence.
/// </summary>
/// <param name="ActionsPerUser">Key actions for each active user and week.</param>
/// <param name="ActionsPerLogin">Key actions for each log-in.</param>
/// <param name="ActiveShare">Active users of the seats bought; null: seats are not known.</param>
/// <param name="BestActionsPerUser">The same figure over the best four weeks in a row so far.</param>
public sealed record DepthOfUse(double ActionsPerUser, double ActionsPerLogin, double? ActiveShare, double BestActionsPerUser)
{
    private const int Weeks = 4;

    /// <summary>Null with fewer than four weeks of figures, or when nobody was active in the last four.</summary>
    /// <param name="seats">Seats bought.</param>
    public static DepthOfUse? Of(AccountVoice voice, int? seats)
    {
        ArgumentNullException.ThrowIfNull(voice);
        var weeks = voice.Usage.OrderBy(week => week.Week).ToList();
        if (weeks.Count < Weeks || weeks.TakeLast(Weeks).Sum(week => week.ActiveUsers) == 0)
        {
            return null;
        }
        var last = weeks.TakeLast(Weeks).ToList();
        var best = Enumerable.Range(0, weeks.Count - Weeks + 1).Max(from => PerUser(weeks.GetRange(from, Weeks)));
        var logins = last.Sum(week => week.Logins);
        return new DepthOfUse(
            PerUser(last), logins == 0 ? 0 : (double)last.Sum(week => week.KeyActions) / logins,
            seats > 0 ? last.Average(week => week.ActiveUsers) / seats : null, best);
    }

    private static double PerUser(List<HeardWeek> weeks)
    {
        var users = weeks.Sum(week => week.ActiveUsers);
        return users == 0 ? 0 : (double)weeks.Sum(week => week.KeyActions) / users;
    }
}
