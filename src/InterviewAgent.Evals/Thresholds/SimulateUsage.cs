using InterviewAgent.Insights;
using MathNet.Numerics.Distributions;

namespace InterviewAgent.Evals.Thresholds;

/// <summary>How key actions move.</summary>
public enum ActionsCourse { Steady, SlowFall, SuddenFall, FallOfAll }

/// <summary>
/// Weekly log-ins and key actions: a roll-out that saturates, noise that lasts a little, holidays that empty both, monthly peaks,
/// outages; and a fall of the key actions, slow or sudden, or of both, which the dashboard sees by itself. The noise is wider than in the
/// labelled accounts (median 6 % a week, four in five between 4 and 8), since theirs was written by hand.
/// </summary>
public static class SimulateUsage
{
    private const double Lasting = 0.3;

    /// <param name="from">First week of the fall; ignored where there is none.</param>
    public static IReadOnlyList<HeardWeek> Of(ActionsCourse course, int weeks, int from, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var noise = Between(random, 0.04, 0.22);
        var (rollOut, level, each, growth) = (Between(random, 2, 6), Math.Log(Between(random, 40, 3000)), Between(random, -0.7, 1.5), Between(random, -0.004, 0.01));
        var holidays = Holidays(weeks, random);
        var (peak, peakAt) = (random.NextDouble() < 0.3 ? Between(random, 0.1, 0.6) : 0, random.Next(4));
        var outage = random.NextDouble() < 0.15 ? random.Next(4, weeks + 1) : 0;
        var (left, lasts) = (Between(random, 0.3, 0.65), random.Next(5, 10));
        var (people, work) = (0.0, 0.0);
        var series = new List<HeardWeek>();
        for (var week = 1; week <= weeks; week++)
        {
            people = (Lasting * people) + (0.6 * noise * Math.Sqrt(1 - (Lasting * Lasting)) * Normal.Sample(random, 0, 1));
            work = (Lasting * work) + (noise * Math.Sqrt(1 - (Lasting * Lasting)) * Normal.Sample(random, 0, 1));
            var (away, awayWork) = holidays.GetValueOrDefault(week, (1, 1));
            var fall = Math.Log(Left(course, week - from, left, lasts));
            var monthly = (week + peakAt) % 4 == 0 ? peak : 0;
            var logins = level + Math.Log(1 - Math.Exp(-week / rollOut)) + people + (growth * week) + Math.Log(away) + (0.3 * monthly)
                + (week == outage ? Math.Log(0.8) : 0) + (course == ActionsCourse.FallOfAll ? fall : 0);
            var actions = level + each + Math.Log(1 - Math.Exp(-week / (1.3 * rollOut))) + work + (0.5 * people) + (growth * week) + Math.Log(awayWork) + monthly
                + (week == outage ? Math.Log(0.3) : 0) + fall;
            var signedIn = (int)Math.Round(Math.Exp(logins));
            series.Add(new HeardWeek(week, (signedIn / 5) + 1, signedIn, (int)Math.Round(Math.Exp(actions))));
        }
        return series;
    }

    private static double Left(ActionsCourse course, int since, double left, int lasts) => course switch
    {
        ActionsCourse.Steady => 1,
        _ when since < 0 => 1,
        ActionsCourse.SuddenFall => left,
        _ => Math.Max(left, 1 - ((1 - left) * (since + 1) / lasts)),
    };

    /// <summary>None, one or two of one to three weeks; what is left of log-ins and, a little apart, of key actions.</summary>
    private static Dictionary<int, (double, double)> Holidays(int weeks, Random random)
    {
        var away = new Dictionary<int, (double, double)>();
        for (var holiday = random.Next(3); holiday > 0; holiday--)
        {
            var (start, left) = (random.Next(3, weeks + 1), Between(random, 0.25, 0.7));
            for (var week = start; week < start + random.Next(1, 4); week++)
            {
                away[week] = (left, left * Between(random, 0.75, 1.25));
            }
        }
        return away;
    }

    private static double Between(Random random, double low, double high) => low + ((high - low) * random.NextDouble());
}
