using InterviewAgent.Accounts;
using InterviewAgent.Analysis;

namespace InterviewAgent.Insights;

/// <summary>
/// Each check-in of a person against the mean of their own earlier ones, in standard deviations: the recursive residual
/// (x − mean of the n before) / (σ √(1 + 1/n)) of Brown, Durbin and Evans (1975). Under no change these are independent of each
/// other, which plain differences from one check-in to the next are not, so that they can be pooled across people.
/// </summary>
public static class OwnDifferences
{
    /// <summary>
    /// σ of one person's check-in as the coder hears it, measured on people who were heard twice in healthy accounts
    /// (<c>interview-agent insights measure</c>): the mean tone of an interview, -2 to 2, and a reading, 0 to 4.
    /// </summary>
    public const double ToneDeviation = 0.45, ReadingDeviation = 1.0;

    /// <summary>Readings of one interview say half the same as its tone and as each other.</summary>
    private const double Shared = 0.5;

    private static readonly ReadingDimension[] Readings =
        [ReadingDimension.Outcome, ReadingDimension.Confidence, ReadingDimension.Investment, ReadingDimension.Dependence];

    /// <summary>One for each check-in of a person but their first, oldest first. Interviews that broke off are left out.</summary>
    public static IReadOnlyList<OwnDifference> Of(AccountVoice voice)
    {
        var known = new Dictionary<string, List<Dictionary<string, double>>>();
        var differences = new List<OwnDifference>();
        foreach (var interview in Spoken(voice))
        {
            if (!known.TryGetValue(interview.Person, out var before))
            {
                known.Add(interview.Person, before = []);
            }
            var values = Values(interview);
            if (before.Count > 0)
            {
                differences.Add(new OwnDifference(
                    interview.Person, interview.Role, interview.Id, interview.HeldOn, Deviations(values, before)));
            }
            before.Add(values);
        }
        return differences;
    }

    /// <summary>What can be compared: whole interviews in which a feeling was heard, oldest first.</summary>
    public static IEnumerable<HeardInterview> Spoken(AccountVoice voice) =>
        CurrentVoice.InOrder(voice).Where(interview => interview.Completed && interview.TurnSentiment.Count > 0);

    /// <summary>Mean feeling of its answers, -2 to 2; an interview without any has none and is not to be asked.</summary>
    public static double Tone(HeardInterview interview)
    {
        ArgumentNullException.ThrowIfNull(interview);
        return interview.TurnSentiment.Average(turn => turn.Value);
    }

    private static Dictionary<string, double> Values(HeardInterview interview)
    {
        var values = new Dictionary<string, double> { [nameof(ReadingDimension.Tone)] = Tone(interview) / ToneDeviation };
        foreach (var reading in interview.Readings.Where(reading => Readings.Contains(reading.Dimension)))
        {
            values[reading.Dimension.ToString()] = reading.Value / ReadingDeviation;
        }
        return values;
    }

    /// <summary>A reading counts where the person gave it before; all that count are weighed alike.</summary>
    private static double Deviations(Dictionary<string, double> now, List<Dictionary<string, double>> before)
    {
        var each = now.Select(value => (value.Value, Before: before.Where(one => one.ContainsKey(value.Key)).Select(one => one[value.Key]).ToList()))
            .Where(one => one.Before.Count > 0)
            .Select(one => (one.Value - one.Before.Average()) / Math.Sqrt(1 + (1.0 / one.Before.Count))).ToList();
        return each.Sum() / Math.Sqrt(each.Count * (1 + ((each.Count - 1) * Shared)));
    }
}

/// <param name="Deviations">Below zero: lower than this person was.</param>
public sealed record OwnDifference(string Person, Role Role, string Interview, DateOnly On, double Deviations);
