namespace InterviewAgent.Insights;

/// <summary>
/// What became of the flags. Precision: flags that were acted on, of all that a person judged; "already known" was right and came too late to be of
/// use. Lead time: days from the flag's opening to the day on which the dashboard turned yellow or red, or the renewal came, whichever was first.
/// </summary>
/// <param name="Low">Of the precision's 95 % score interval (Wilson 1927); 0 to 1.</param>
/// <param name="LeadDays">Median over the flags of which the end is known; null: of none.</param>
/// <param name="Led">Flags of which the end is known.</param>
/// <param name="Running">Flags whose dashboard is still green and whose renewal is ahead or not known: their lead time is at least their age.</param>
public sealed record FlagFigures(
    int Acted, int AlreadyKnown, int NotUseful, double Low, double High, int? LeadDays, int Led, int Running)
{
    public int Judged => Acted + AlreadyKnown + NotUseful;
    public double? Precision => Judged == 0 ? null : (double)Acted / Judged;

    public static FlagFigures Of(IReadOnlyCollection<FlagFact> flags, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(flags);
        int Count(FlagOutcome outcome) => flags.Count(flag => flag.Outcome == outcome);
        var (acted, judged) = (Count(FlagOutcome.Acted), flags.Count(flag => flag.Outcome is not null));
        var (low, high) = Interval(acted, judged);
        // Where the dashboard was not green the day the flag opened, there was nothing to lead.
        var ahead = flags.Where(flag => HealthOn(flag, flag.OpenedOn) is null or Accounts.HealthStatus.Green).ToList();
        int[] days = [.. ahead.Select(flag => Lead(flag, today)).OfType<int>().Order()];
        return new FlagFigures(
            acted, Count(FlagOutcome.AlreadyKnown), Count(FlagOutcome.NotUseful), low, high,
            days.Length == 0 ? null : days[(days.Length - 1) / 2], days.Length, ahead.Count - days.Length);
    }

    private static int? Lead(FlagFact flag, DateOnly today)
    {
        DateOnly[] ends = [.. flag.Health.Where(health => health.On > flag.OpenedOn && health.Status != Accounts.HealthStatus.Green).Select(health => health.On)
            .Concat(flag.RenewalOn is { } renewal && renewal >= flag.OpenedOn && renewal <= today ? [renewal] : [])];
        return ends.Length == 0 ? null : ends.Min().DayNumber - flag.OpenedOn.DayNumber;
    }

    private static Accounts.HealthStatus? HealthOn(FlagFact flag, DateOnly day) => flag.Health.Where(health => health.On <= day)
        .OrderByDescending(health => health.On).Select(health => (Accounts.HealthStatus?)health.Status).FirstOrDefault();

    private static (double, double) Interval(int hits, int of)
    {
        const double z = 1.959964;
        if (of == 0)
        {
            return (0, 1);
        }
        var (share, square) = ((double)hits / of, z * z / of);
        var (middle, half) = ((share + square / 2) / (1 + square), z / (1 + square) * Math.Sqrt(share * (1 - share) / of + square / (4 * of)));
        return (Math.Max(0, middle - half), Math.Min(1, middle + half));
    }
}

/// <summary>One flag with what is known of its account's health and renewal.</summary>
public sealed record FlagFact(DateOnly OpenedOn, FlagOutcome? Outcome, IReadOnlyList<HeardHealth> Health, DateOnly? RenewalOn);
