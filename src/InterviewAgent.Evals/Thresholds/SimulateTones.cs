using InterviewAgent.Accounts;
using InterviewAgent.Insights;
using MathNet.Numerics.Distributions;

namespace InterviewAgent.Evals.Thresholds;

/// <summary>
/// An account's people at two to six check-ins each, a quarter of them unanswered. People differ from each other by more than one
/// person differs from check-in to check-in, which is why a dip between two people says nothing.
/// </summary>
public static class SimulateTones
{
    /// <summary>Between people; assumed. Of one interview and of one answer about as <see cref="ToneHearing"/> measures them.</summary>
    private const double Person = 0.4, Interview = 0.3, Answer = 0.75;

    private const double Unanswered = 0.25, LeastAffected = 0.5;

    private static readonly DateOnly Signed = new(2026, 1, 5);

    /// <param name="drop">How far the tone of at least half the people falls, on a scale of -2 to 2; 0: nothing happens.</param>
    /// <returns>The voice, the day of the drop, and the last day.</returns>
    public static (AccountVoice Voice, int Drop, int Days) Of(double drop, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        var (people, points) = (random.Next(2, 9), random.Next(2, 7));
        int[][] panels = [[14, 60, 150, 240, 330, 420], [30, 90, 150, 270, 360, 450]];
        var last = panels.Max(panel => panel[points - 1]);
        // Everybody has been heard once, and there is still a check-in after it.
        var from = random.Next(panels.Max(panel => panel[0]) + 1, panels.Min(panel => panel[points - 1]) + 1);
        var affected = Math.Max(1, (int)Math.Ceiling(people * (LeastAffected + ((1 - LeastAffected) * random.NextDouble()))));
        var interviews = new List<HeardInterview>();
        for (var person = 0; person < people; person++)
        {
            var level = 0.1 + Normal.Sample(random, 0, Person);
            foreach (var due in panels[person % 2].Take(points))
            {
                var day = due + random.Next(10);
                var tone = level + Normal.Sample(random, 0, Interview) - (person < affected && day >= from ? drop : 0);
                HeardSentiment[] turns = [.. Enumerable.Range(1, random.Next(3, 7)).Select(turn =>
                    new HeardSentiment(2 * turn, (int)Math.Round(Math.Clamp(tone + Normal.Sample(random, 0, Answer), -2, 2))))];
                if (random.NextDouble() >= Unanswered)
                {
                    interviews.Add(new HeardInterview(
                        $"p{person}-{due}", $"p{person}", Role.EndUser, CheckpointDays.Nearest(due), Signed.AddDays(day), true, [], 0, turns, []));
                }
            }
        }
        return (new AccountVoice("a", Signed, [], [], interviews, []), from, last);
    }
}
